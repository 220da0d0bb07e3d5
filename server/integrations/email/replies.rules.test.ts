import { describe, expect, it } from 'vitest';
import { encryptionOf, greetingName, type Progress, refusalOf } from './email.rules.ts';

const said = (fields: object, more: Partial<Progress> = {}, message = '') => {
  const progress: Progress = { at: 'sender', isSecure: false, isHandedOver: false, speaksAllLetters: false, ...more };
  const found = refusalOf(Object.assign(new Error(message), fields), progress);
  return found && `${found.stage} ${found.reason}`;
};

it.each([
  [465, true, { secure: true, requireTLS: false }],
  [465, false, { secure: true, requireTLS: false }],
  [587, true, { secure: false, requireTLS: true }],
  [587, false, { secure: false, requireTLS: false }],
  [25, true, { secure: false, requireTLS: true }],
  [2525, true, { secure: true, requireTLS: false }],
  [2525, false, { secure: false, requireTLS: false }],
])('port %i with the box %s speaks TLS so: %j', (port, secure, expected) => {
  expect(encryptionOf({ port, secure })).toEqual(expected);
});

it.each(['mail.test', 'x.local', 'x.internal', 'x.invalid', 'localhost', 'a.b-', '-a.example', 'a..example', 'x.1'])(
  '%s is no name to greet with',
  (domain) => {
    expect(greetingName('http://[::1]', `loam@${domain}`)).toBeUndefined();
  },
);

it.each(['a.io', 'mail-1.example.org', 'x.testing', 'mylocalhost.example'])('%s is a name to greet with', (domain) => {
  expect(greetingName('http://[::1]', `loam@${domain}`)).toBe(domain);
});

describe('a refusal', () => {
  it.each<[string, string, string]>([
    ['EHLO', 'message', 'greeting'],
    ['HELO', 'message', 'greeting'],
    ['MAIL FROM', 'receiver', 'sender'],
    ['RCPT TO', 'sender', 'receiver'],
    ['DATA', 'sender', 'message'],
    ['AUTH PLAIN', 'greeting', 'sign-in'],
    ['RSET', 'sender', 'sender'],
  ])('of %s is told there, wherever the conversation was', (command, at, stage) => {
    expect(said({ command, responseCode: 451 }, { at: at as Progress['at'] })).toBe(`${stage} busy`);
  });

  it('of a message is about the message, also where signing in was wanted', () => {
    expect(said({ command: 'DATA', responseCode: 530 }, { at: 'message' })).toBe('message refused');
    expect(said({ command: 'RCPT TO', responseCode: 530 })).toBe('sign-in sign-in');
    expect(said({ command: 'DATA', responseCode: 554, response: 'relay' })).toBe('message refused');
  });

  it('after the last byte counts only by an answer to the message', () => {
    const after = { at: 'message', isHandedOver: true } as const;
    expect([
      said({ command: 'DATA', responseCode: 400 }, after),
      said({ command: 'DATA', responseCode: 399 }, after),
    ]).toEqual([...['message busy', undefined]]);
    expect(said({ command: 'MAIL FROM', responseCode: 550 }, after)).toBeUndefined();
  });

  it('without a word is silence or an end', () => {
    expect([said({ code: 'ETIMEDOUT' }), said({ code: 'ESOCKET' }), said({})]).toEqual([
      ...['sender no-answer', 'sender hung-up', 'sender hung-up'],
    ]);
    expect([said({}, { at: 'message' }), said({ code: 'ESOCKET' }, { at: 'message' })]).toEqual([
      ...[undefined, 'message hung-up'],
    ]);
    expect(said({ code: 'EENVELOPE' })).toBe('sender hung-up');
  });

  it.each([
    ['connect no-such-name', { code: 'ESOCKET' }, 'getaddrinfo ENOTFOUND mail'],
    ['tls certificate', { code: 'ESOCKET', originalCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, ''],
    ['tls certificate', { code: 'ESOCKET' }, 'HOSTNAME_MISMATCH'],
    ['tls tls-failed', { code: 'ESOCKET' }, 'WRONG_VERSION_NUMBER'],
    ['connect not-reached', { code: 'ENETUNREACH' }, ''],
    ['connect not-reached', { code: 'ESOCKET' }, 'connect EADDRNOTAVAIL'],
    ['greeting hung-up', { code: 'ESOCKET' }, 'EPROTOTYPE'],
  ])('before the greeting is %s', (expected, fields, message) => {
    expect(said(fields, { at: 'greeting' }, message)).toBe(expected);
  });

  it('of the greeting is one from five hundred on', () => {
    const at = 'greeting';
    expect([said({ responseCode: 500 }, { at }), said({ responseCode: 399 }, { at })]).toEqual([
      ...['greeting refused', 'greeting hung-up'],
    ]);
    expect(said({ code: 'EPROTOCOL', responseCode: 554 }, { at })).toBe('greeting refused');
  });
});
