import { expect, it } from 'vitest';
import { errorCode, isFinal, isGone } from './errors.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });

it('no answer at all is told from a refusal', () => {
  expect(errorCode(new TypeError('Failed to fetch'))).toBe('offline');
  expect(errorCode(coded('BAD_REQUEST'))).toBe('bad-request');
  expect(errorCode(coded('access.wrong-code'))).toBe('access.wrong-code');
  for (const other of [new Error('dead'), undefined, 'no', { code: 503 }]) expect(errorCode(other)).toBe('unknown');
});

it('another try is offered for what may pass, and for nothing else', () => {
  for (const code of ['not-found', 'BAD_REQUEST', 'not-signed-in', 'not-allowed'])
    expect(isFinal(coded(code))).toBe(true);
  for (const error of [new TypeError(), new Error(), coded('database-unreachable'), coded('too-many-requests'), null])
    expect(isFinal(error)).toBe(false);
});

it('what is not there is told from what is not mine, and from a server that is not there', () => {
  expect([coded('not-found'), coded('BAD_REQUEST')].every(isGone)).toBe(true);
  expect([coded('not-allowed'), new TypeError(), null].some(isGone)).toBe(false);
});
