import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleEnvelope } from '#server/ports/channel.suite.ts';
import { Refused } from '#server/ports/channel.ts';
import { certificate } from '#test/helpers/certificate.ts';
import { encryptionOf, greetingName, type Progress, refusalOf, refuseUnread, routeAddress } from './email.rules.ts';
import { createSmtpChannel } from './email.ts';

describe('encryption', () => {
  it('begins at once at 465 and later at 587 and 25, whatever the box says', () => {
    for (const secure of [true, false]) {
      expect(encryptionOf({ port: 465, secure }).secure).toBe(true);
      for (const port of [587, 25]) expect(encryptionOf({ port, secure }).secure).toBe(false);
      expect(encryptionOf({ port: 2525, secure }).secure).toBe(secure);
    }
    expect(encryptionOf({ port: 587, secure: true }).requireTLS).toBe(true);
  });
});

describe('the name for EHLO', () => {
  it('is the domain of the address, else of the sender, else nothing made up', () => {
    expect(greetingName('https://loam.example.org', 'loam@example.com')).toBe('loam.example.org');
    expect(greetingName('http://localhost:4020', 'loam@example.com')).toBe('example.com');
    expect(greetingName('http://192.168.1.7:4020', 'loam@example.com')).toBe('example.com');
    expect(greetingName('http://[::1]:4020', 'loam@localhost.localdomain')).toBeUndefined();
    expect(greetingName('http://loam:4020', 'not an address')).toBeUndefined();
  });
});

describe('a mail server that speaks TLS', () => {
  const servers: SMTPServer[] = [];
  afterEach(() =>
    Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done())))),
  );

  /** One with a certificate that nobody signed. */
  async function open(secure: boolean) {
    const taken: string[] = [];
    const server = new SMTPServer({
      ...certificate,
      secure,
      authOptional: true,
      logger: false,
      onData(stream, session, done) {
        stream.on('end', () => {
          taken.push(String(session.hostNameAppearsAs));
          done();
        });
        stream.resume();
      },
    });
    server.on('error', () => undefined);
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
    const address = server.server.address();
    return { port: typeof address === 'object' && address ? address.port : 0, taken };
  }

  const settings = { host: 'localhost', from: 'loam@example.test' };
  const send = (of: { port: number; secure: boolean; ca?: string }) =>
    createSmtpChannel({ ...settings, ...of }, 'https://loam.example.org').send(sampleEnvelope());

  it('with a certificate of its own is not trusted, and says so', async () => {
    const [first, later] = [await open(true), await open(false)];
    await expect(send({ port: first.port, secure: true })).rejects.toMatchObject({
      stage: 'tls',
      reason: 'certificate',
    });
    await expect(send({ port: later.port, secure: false })).rejects.toMatchObject({
      stage: 'tls',
      reason: 'certificate',
    });
  });

  it('is trusted where that certificate was given', async () => {
    const server = await open(true);
    await send({ port: server.port, secure: true, ca: certificate.cert });
    expect(server.taken).toEqual(['loam.example.org']);
  });

  it('later is not one that speaks it first', async () => {
    const server = await open(false);
    await expect(send({ port: server.port, secure: true })).rejects.toMatchObject({
      stage: 'tls',
      reason: 'tls-later',
    });
  });

  it('first does not greet whoever waits for a greeting', async () => {
    const server = await open(true);
    await expect(send({ port: server.port, secure: false })).rejects.toMatchObject({ reason: 'tls-first' });
  }, 20_000);
});

describe('addresses', () => {
  it('go with their domain in ASCII, also where that is none', () => {
    expect(routeAddress('ana@bücher.example')).toBe('ana@xn--bcher-kva.example');
    expect(routeAddress('a@b@Example.org')).toBe('a@b@example.org');
    expect(routeAddress('ana@exa mple')).toBe('ana@exa mple');
  });

  const progress: Progress = { at: 'connect', isSecure: false, isHandedOver: false, speaksAllLetters: false };

  it('with letters that the server cannot read are refused before it is asked', () => {
    const refuse = (from: string, to: string, speaksAllLetters = false) => {
      try {
        refuseUnread({ from, to }, { ...progress, speaksAllLetters });
        return 'taken';
      } catch (error) {
        return error instanceof Refused ? `${error.stage} ${error.reason} ${error.reply}` : 'broken';
      }
    };
    expect(refuse('a@x.test', 'b@x.test')).toBe('taken');
    expect(refuse('ä@x.test', 'ö@x.test')).toBe('sender letters 553');
    expect(refuse('a@x.test', 'ö@x.test')).toBe('receiver letters 553');
    expect(refuse('ä@x.test', 'ö@x.test', true)).toBe('taken');
  });
});

describe('what a failure says', () => {
  const at = (more: Partial<Progress> = {}): Progress => ({
    ...{ at: 'connect', isSecure: false, isHandedOver: false, speaksAllLetters: false },
    ...more,
  });
  const said = (fields: object, more: Partial<Progress> = {}, message = '') => {
    const found = refusalOf(Object.assign(new Error(message), fields), at(more));
    return found && `${found.stage} ${found.reason}${found.reply ? ` ${found.reply}` : ''}`;
  };

  it.each<[string, object, Partial<Progress>, string | undefined]>([
    ['a name that nobody knows', { code: 'EDNS' }, {}, 'connect no-such-name'],
    ['a name, in the words of the system', { code: 'ESOCKET', originalCode: 'ENOTFOUND' }, {}, 'connect no-such-name'],
    ['nobody there', { code: 'ECONNREFUSED' }, {}, 'connect not-reached'],
    ['no way there', { code: 'ESOCKET', originalCode: 'EHOSTUNREACH' }, {}, 'connect not-reached'],
    ['no answer', { code: 'ETIMEDOUT' }, {}, 'connect no-answer'],
    ['no greeting', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' }, {}, 'greeting tls-first'],
    [
      'no greeting behind TLS',
      { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT' },
      { isSecure: true },
      'connect no-answer',
    ],
    ['a certificate', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, { at: 'tls' }, 'tls certificate'],
    ['another version', { code: 'EPROTO' }, { isSecure: true }, 'tls tls-later'],
    ['another version later', { code: 'ESOCKET', originalCode: 'ERR_SSL_X' }, {}, 'tls tls-failed'],
    ['no mail server', { code: 'EPROTOCOL' }, { at: 'greeting' }, 'greeting no-mail-server'],
    ['TLS that is not offered', { command: 'STARTTLS', code: 'ETLS', responseCode: 502 }, {}, 'tls tls-none 502'],
    ['TLS that breaks off', { command: 'STARTTLS', code: 'ETLS' }, {}, 'tls tls-failed'],
    ['an end in the middle of TLS', { code: 'ECONNECTION' }, { at: 'tls' }, 'tls tls-failed'],
    ['an end before the greeting', { code: 'ECONNECTION' }, { at: 'greeting' }, 'greeting hung-up'],
    ['a greeting that refuses', { code: 'EPROTOCOL', responseCode: 554 }, { at: 'greeting' }, 'greeting refused 554'],
    ['a greeting that is busy', { code: 'EPROTOCOL', responseCode: 421 }, { at: 'greeting' }, 'greeting busy 421'],
    ['EHLO refused', { command: 'EHLO', responseCode: 500 }, { at: 'sender' }, 'greeting refused 500'],
    [
      'a wrong password',
      { command: 'AUTH PLAIN', code: 'EAUTH', responseCode: 535 },
      { at: 'sign-in' },
      'sign-in sign-in 535',
    ],
    ['no way to sign in', { code: 'EAUTH' }, { at: 'sign-in' }, 'sign-in sign-in'],
    [
      'sign-in refused otherwise',
      { command: 'AUTH LOGIN', responseCode: 554 },
      { at: 'sign-in' },
      'sign-in sign-in 554',
    ],
    [
      'signing in that is wanted first',
      { command: 'MAIL FROM', responseCode: 530 },
      { at: 'sender' },
      'sign-in sign-in 530',
    ],
    ['a sender', { command: 'MAIL FROM', responseCode: 550 }, { at: 'sender' }, 'sender sender 550'],
    ['a receiver', { command: 'RCPT TO', responseCode: 550 }, { at: 'receiver' }, 'receiver refused 550'],
    ['a receiver who is busy', { command: 'RCPT TO', responseCode: 450 }, { at: 'receiver' }, 'receiver busy 450'],
    [
      'a receiver elsewhere',
      { command: 'RCPT TO', responseCode: 554, response: '554 Relay access denied' },
      { at: 'receiver' },
      'sender relay 554',
    ],
    ['an envelope that holds nobody', { command: 'API', code: 'EENVELOPE' }, { at: 'sender' }, 'receiver refused'],
    ['silence', { code: 'ETIMEDOUT' }, { at: 'receiver' }, 'receiver no-answer'],
    ['an end', { code: 'ECONNECTION' }, { at: 'receiver' }, 'receiver hung-up'],
    ['a message', { command: 'DATA', code: 'EMESSAGE', responseCode: 554 }, { at: 'message' }, 'message refused 554'],
    [
      'a message after its last byte',
      { command: 'DATA', responseCode: 552 },
      { isHandedOver: true },
      'message refused 552',
    ],
    ['an end after the last byte', { code: 'ECONNECTION' }, { at: 'message', isHandedOver: true }, undefined],
    [
      'another answer after the last byte',
      { command: 'RCPT TO', responseCode: 550 },
      { isHandedOver: true },
      undefined,
    ],
    ['our own mistake in the message', {}, { at: 'message' }, undefined],
  ])('of %s', (_, fields, progress, wanted) => {
    expect(said(fields, progress)).toBe(wanted);
  });

  it('is nothing where no error was thrown', () => {
    expect(refusalOf('550', at())).toBeUndefined();
    expect(said({ code: 'ESOCKET' }, {}, 'getaddrinfo EAI_AGAIN mail')).toBe('connect no-such-name');
    expect(said({ code: 'ESOCKET' }, { isSecure: true }, 'packet length too long')).toBe('tls tls-later');
  });
});

it('a reply of 4xx is for now, of 5xx for good, to the number', () => {
  const reply = (responseCode: number) =>
    refusalOf(Object.assign(new Error(''), { command: 'RCPT TO', responseCode }), {
      ...{ at: 'receiver', isSecure: true, isHandedOver: false, speaksAllLetters: false },
    })?.reason;
  expect([400, 450, 499, 500, 599].map(reply)).toEqual(['busy', 'busy', 'busy', 'refused', 'refused']);
  expect([530, 534, 535, 538, 531].map(reply)).toEqual(['sign-in', 'sign-in', 'sign-in', 'sign-in', 'refused']);
});
