import { describe, expect, it } from 'vitest';
import { contract } from '#contract/contract.ts';
import { endpointsOf } from './endpoints.rules.ts';

describe('the list of endpoints', () => {
  const endpoints = endpointsOf(contract).flatMap((group) => group.endpoints);

  it('names every endpoint of the contract once, with who may call it', () => {
    expect(endpoints).toContainEqual({
      method: 'POST',
      path: '/records/delete-me',
      summary: 'Delete me, for good; my name is typed to confirm',
      may: 'person',
    });
    const names = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lists none that nobody decided on', () => {
    expect(endpoints.filter(({ may, summary }) => may === 'nobody' || summary === '')).toEqual([]);
  });
});
