import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleEnvelope } from '#server/ports/channel.suite.ts';
import { certificate } from '#test/helpers/certificate.ts';
import { encryptionOf, greetingName } from './email.rules.ts';
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
