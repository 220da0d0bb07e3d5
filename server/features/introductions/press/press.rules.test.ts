import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signIds } from '#server/platform/link-token.ts';
import { pressToken, readPressToken } from './press.rules.ts';

const press = fc.record({
  kind: fc.constantFrom('met' as const, 'skip' as const, 'never-invite' as const),
  ...{ workspaceId: fc.uuid(), personId: fc.uuid(), aboutId: fc.uuid() },
  at: fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at)),
});

it('a link says who may press what since when, to whoever holds the secret', () => {
  fc.assert(
    fc.property(press, fc.string(), (each, secret) => {
      const token = pressToken(secret, each);
      expect(readPressToken(secret, token)).toEqual(each);
      expect(readPressToken(`${secret}.`, token)).toBeNull();
      expect(readPressToken(secret, `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`)).toBeNull();
    }),
  );
});

const ids = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-${digit.repeat(12)}`);

it('a link of before has no instant: anything chosen since is stronger', () => {
  expect(readPressToken('s', signIds('s', ids, 'm'))).toMatchObject({ kind: 'met', aboutId: ids[2], at: new Date(0) });
  expect(readPressToken('s', signIds('s', ids, 'n1'))).toMatchObject({ kind: 'never-invite', at: new Date(1) });
});

it('what we signed for something else presses nothing', () => {
  const others = [
    signIds('s', ids, ''),
    signIds('s', ids, 'x'),
    signIds('s', ids, 'toString'),
    signIds('s', ids, 'm!'),
    signIds('s', ids.slice(1), 'm'),
    signIds('s', [], 'm'),
  ];
  expect(others.map((token) => readPressToken('s', token))).toEqual(others.map(() => null));
  expect(readPressToken('s', '')).toBeNull();
});
