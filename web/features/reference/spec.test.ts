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

it.each<[unknown, string]>([
  [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string | null'],
  [{ oneOf: [{ type: 'integer' }, { const: 'x' }] }, 'integer | "x"'],
  [{ enum: ['a', 1, null] }, '"a" | 1 | null'],
  [{ const: false }, 'false'],
  [{ type: 'array', items: { format: 'uuid', type: 'string' } }, 'uuid[]'],
  [{ type: 'array' }, '[]'],
  [{}, 'any'],
  [{ type: ['string'] }, 'any'],
  [[], ''],
  [null, ''],
  [{ type: 'object', properties: {} }, '{  }'],
  [{ properties: { a: { type: 'string' } }, required: 'a' }, '{ a?: string }'],
])('says %j in one line', (schema, line) => {
  expect(schemaWords(schema)).toBe(line);
});

it('says three levels, and dots below them', () => {
  const nested = (levels: number): object =>
    levels === 0 ? { type: 'string' } : { properties: { a: nested(levels - 1) }, required: ['a'] };
  expect(schemaWords(nested(3))).toBe('{ a: { a: { a: string } } }');
  expect(schemaWords(nested(4))).toBe('{ a: { a: { a: { … } } } }');
  expect(schemaWords({ type: 'array', items: { anyOf: [nested(4)] } })).toBe('{ a: { a: { a: { … } } } }[]');
});

it('says what else an endpoint may be', () => {
  const document = {
    paths: {
      '/file': {
        post: {
          parameters: [{ name: 'a', schema: { type: 'string' } }, { schema: 7 }],
          requestBody: { content: { 'multipart/form-data': {} } },
          responses: { 200: { content: { 'image/png': {} } }, 404: { content: { 'application/json': {} } } },
        },
        put: { parameters: 'none', requestBody: { content: { 'application/json': { schema: { type: 'number' } } } } },
      },
      '/odd': 7,
    },
  };
  expect(operationsOf(document)).toEqual([
    {
      id: 'post /file',
      method: 'POST',
      path: '/file',
      summary: '',
      takes: 'a: string, :  · multipart/form-data',
      gives: 'image/png',
    },
    { id: 'put /file', method: 'PUT', path: '/file', summary: '', takes: 'number', gives: '' },
  ]);
});
