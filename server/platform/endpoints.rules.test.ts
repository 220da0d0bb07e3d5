import { oc } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
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

describe('a contract', () => {
  const on = (path: `/${string}`, tags: string[], may?: 'person') => {
    const route = oc.route({ path, tags, method: 'GET', summary: path });
    return may ? route.meta({ may }) : route;
  };

  it('is told by tag in their order, however deep its endpoints lie', () => {
    const [a, b, c] = [on('/a', ['people'], 'person'), on('/b', ['access']), on('/c', ['people'])];
    expect(endpointsOf({ a, deep: { deeper: { b } }, c, none: null })).toEqual([
      { tag: 'access', endpoints: [{ method: 'GET', path: '/b', summary: '/b', may: 'nobody' }] },
      {
        tag: 'people',
        endpoints: [
          { method: 'GET', path: '/a', summary: '/a', may: 'person' },
          { method: 'GET', path: '/c', summary: '/c', may: 'nobody' },
        ],
      },
    ]);
  });

  it('that says nothing of an endpoint has it posted, by nobody', () => {
    expect(endpointsOf({ bare: oc.input(z.object({})) })).toEqual([
      { tag: '', endpoints: [{ method: 'POST', path: '', summary: '', may: 'nobody' }] },
    ]);
    expect(endpointsOf({})).toEqual([]);
  });
});
