import { createServer, type Server } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutbound, isPublicAddress } from './outbound.ts';

// For partner.test alone, until 2126; protects nothing.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiiRWe2N99RHWEGSf
efDkDH+VqBpfGYLmExV5do2/bdShRANCAASGDvLqjZxgxwSBaNPCRwwuOnhA/IeY
GW7cx86e8Z7i+KX2UiX5sT04uokhjLxZ98TSGkRP+/t2+6yCB9NbKwxV
-----END PRIVATE KEY-----`;
const CERT = `-----BEGIN CERTIFICATE-----
MIIBnzCCAUSgAwIBAgIUHZMrMOlLqb36hX6n7d3NBRpenZwwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMcGFydG5lci50ZXN0MCAXDTI2MTEyMjE1MzA0OVoYDzIxMjYx
MDI5MTUzMDQ5WjAXMRUwEwYDVQQDDAxwYXJ0bmVyLnRlc3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAASGDvLqjZxgxwSBaNPCRwwuOnhA/IeYGW7cx86e8Z7i+KX2
UiX5sT04uokhjLxZ98TSGkRP+/t2+6yCB9NbKwxVo2wwajAdBgNVHQ4EFgQU1/4D
TMTPIXRV1In+XQUvlRb0lYQwHwYDVR0jBBgwFoAU1/4DTMTPIXRV1In+XQUvlRb0
lYQwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxwYXJ0bmVyLnRlc3QwCgYI
KoZIzj0EAwIDSQAwRgIhAOAL7GvK5I8+7XiwSrHjFZUKtKt7tL2qbUUjNUF88r7q
AiEAuMZcM5tCgp8w/sAIuinU/Z6SxlqEbibb4BNGEDlqS9s=
-----END CERTIFICATE-----`;

describe('an address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700:4700::1111'])('%s is on the open internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('the way out', () => {
  let server: Server;
  let port: number;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer({ key: KEY, cert: CERT }, (request, response) => {
      asked.push(`${request.method} ${request.headers.host} ${request.url}`);
      if (request.url === '/large') return response.end(Buffer.alloc(5000));
      if (request.url === '/slow') return undefined;
      if (request.url === '/away') return response.writeHead(302, { location: 'https://127.0.0.1/inside' }).end();
      return request.pipe(response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const outbound = (resolve = async () => ['127.0.0.1']) =>
    createOutbound({
      resolve,
      isAllowed: (address) => address === '127.0.0.1',
      tls: { ca: CERT },
      cap: 1000,
      timeout: 500,
    });
  const at = (path: string) => `https://partner.test:${port}${path}`;

  it('connects to the address that was checked, under the name that was asked', async () => {
    const { status, body } = await outbound()({ url: at('/echo?x=1'), method: 'POST', body: 'hello' });
    expect([status, body.toString()]).toEqual([200, 'hello']);
    expect(asked.at(-1)).toBe(`POST partner.test:${port} /echo?x=1`);
  });

  it('resolves once: a name that changes its mind leads nowhere', async () => {
    let times = 0;
    await outbound(async () => {
      times += 1;
      return times === 1 ? ['127.0.0.1'] : ['10.0.0.1'];
    })({ url: at('/echo') });
    expect(times).toBe(1);
  });

  it.each([
    [
      'a name with one private address among others',
      { url: 'https://partner.test/' },
      async () => ['127.0.0.1', '10.0.0.1'],
    ],
    ['a name without an address', { url: 'https://partner.test/' }, async () => []],
    ['an address in the URL', { url: 'https://[::1]/' }, async () => ['127.0.0.1']],
    ['plain http', { url: 'http://partner.test/' }, async () => ['127.0.0.1']],
    ['credentials in the URL', { url: 'https://a:b@partner.test/' }, async () => ['127.0.0.1']],
  ])('refuses %s', async (_what, request, resolve) => {
    const before = asked.length;
    await expect(outbound(resolve)(request)).rejects.toThrow(/open internet|Only https/);
    expect(asked.length).toBe(before);
  });

  it('refuses the machine itself without being told', async () => {
    await expect(createOutbound()({ url: `https://127.0.0.1:${port}/` })).rejects.toThrow('open internet');
    await expect(createOutbound()({ url: `https://localhost:${port}/` })).rejects.toThrow('open internet');
  });

  it('hands back a redirect instead of following it', async () => {
    expect((await outbound()({ url: at('/away') })).status).toBe(302);
    expect(asked.at(-1)).toContain('/away');
  });

  it('ends an answer that is too large or too slow, and a certificate for another name', async () => {
    await expect(outbound()({ url: at('/large') })).rejects.toThrow('too large');
    await expect(outbound()({ url: at('/slow') })).rejects.toThrow();
    await expect(outbound()({ url: `https://other.test:${port}/echo` })).rejects.toThrow(/certificate|altnames/i);
  });
});
