import fc from 'fast-check';
import { expect, it } from 'vitest';
import { operationsOf, schemaWords } from './spec.ts';

it('says what an endpoint takes and gives', () => {
  const schema = {
    type: 'object',
    properties: { name: { type: 'string' }, days: { type: 'array', items: { type: 'integer' } } },
    required: ['name'],
  };
  const document = {
    paths: {
      '/people/{id}': {
        get: {
          operationId: 'people.get',
          summary: 'One person',
          parameters: [{ name: 'id', schema: { type: 'string', format: 'uuid' } }],
          responses: { 200: { content: { 'application/json': { schema } } } },
        },
      },
    },
  };
  expect(operationsOf(document)).toEqual([
    {
      id: 'people.get',
      method: 'GET',
      path: '/people/{id}',
      summary: 'One person',
      takes: 'id: uuid',
      gives: '{ name: string, days?: integer[] }',
    },
  ]);
});

it('never fails on an odd document', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(Array.isArray(operationsOf(value))).toBe(true);
      expect(typeof schemaWords(value)).toBe('string');
    }),
  );
});
