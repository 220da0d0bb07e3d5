import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readConfig } from '#server/config.ts';
import { createHttp } from '#server/platform/http.ts';
import { silentLog } from '#server/platform/log.ts';
import { appOf, signedIn } from '#test/helpers/http.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

let world: World;
let app: FastifyInstance;
let cookie = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  app = await appOf(world);
  await world.addPerson({ name: 'Amara Okafor' });
  cookie = await signedIn(world, 'amara.okafor@example.test');
});
afterAll(async () => {
  await app.close();
  await world.close();
});

describe('the web server', () => {
  it('answers HEAD as GET without its body', async () => {
    for (const url of ['/api/me', '/api/people?limit=1', '/api/spec.json', '/api/health', '/api/nothing', '/nothing']) {
      const [get, head] = [
        await app.inject({ method: 'GET', url, headers: { cookie } }),
        await app.inject({ method: 'HEAD', url, headers: { cookie } }),
      ];
      expect([head.statusCode, head.headers['content-type'], head.body], url).toEqual([
        get.statusCode,
        get.headers['content-type'],
        '',
      ]);
    }
  });

  it('tells the methods of a place to OPTIONS, and no other origin anything', async () => {
    const answer = await app.inject({ method: 'OPTIONS', url: '/api/people/me/photo' });
    expect([answer.statusCode, answer.headers.allow]).toEqual([204, 'POST, DELETE, GET, HEAD, OPTIONS']);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await app.inject({ method: 'OPTIONS', url: '/api/nothing' })).statusCode).toBe(404);
  });

  it('refuses what is compressed, too large, or not to be stored', async () => {
    const ask = (headers: Record<string, string>, payload: string | Buffer, url = '/api/session/code') =>
      app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload });
    expect((await ask({ 'content-encoding': 'gzip' }, Buffer.from('1f8b', 'hex'))).statusCode).toBe(400);
    expect((await ask({}, `"${'a'.repeat(300_000)}"`)).statusCode).toBe(413);
    expect((await ask({}, '{"email":"a\\u0000@example.test"}')).statusCode).toBe(400);
    expect((await app.inject({ url: '/api/join/%00' })).statusCode).toBe(400);
    // Whoever may not send a directory is told before it is read.
    expect((await ask({ 'content-length': '20000000' }, '{}', '/api/imports')).statusCode).toBe(401);
    expect((await ask({ 'content-length': '20000000', cookie }, '{}', '/api/imports')).statusCode).toBe(403);
  });

  it('gives its refusal to whoever is still sending', async () => {
    const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
    const socket = connect(Number(port), '127.0.0.1').pause();
    const head = 'POST /api/imports HTTP/1.1\r\nhost: a\r\ncontent-type: multipart/form-data; boundary=b';
    for (const part of [`${head}\r\ncontent-length: 300000\r\n\r\n`, 'a'.repeat(100_000), 'a'.repeat(200_000)]) {
      socket.write(part);
      await setTimeout(100);
    }
    let answer = '';
    for await (const chunk of socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy())) {
      answer += chunk;
      if (answer.includes('}')) break;
    }
    expect(answer).toContain('"code":"not-signed-in"');
  });

  it('asks browsers to stay with https only where people come by https', async () => {
    const headerOf = async (isSecure: boolean) => {
      const server = await createHttp({
        log: silentLog,
        proxies: 0,
        webDir: '',
        isSecure,
        health: async () => true,
      });
      const { headers } = await server.inject('/api/health');
      await server.close();
      return headers['strict-transport-security'];
    };
    expect([await headerOf(true), await headerOf(false)]).toEqual(['max-age=63072000', undefined]);
  });

  it('has an address of scheme, name and port alone', () => {
    expect(readConfig({ LOAM_BASE_URL: 'https://loam.example.org/' }).LOAM_BASE_URL).toBe('https://loam.example.org');
    for (const rest of ['/loam', '/?a', '/#b', '?'])
      expect(() => readConfig({ LOAM_BASE_URL: `https://loam.example.org${rest}` }), rest).toThrow('subdomain');
    expect(() => readConfig({ LOAM_BASE_URL: 'https://me:word@loam.example.org' })).toThrow('LOAM_BASE_URL');
    expect(() => readConfig({ LOAM_BASE_URL: 'ftp://loam.example.org' })).toThrow('LOAM_BASE_URL');
  });
});

describe('the first view', () => {
  let folder = '';
  let web: FastifyInstance;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loam-web-'));
    await mkdir(join(folder, 'assets'));
    for (const file of ['index.html', 'inside.html', 'assets/app-1a2b.js', 'assets/favicon-3c4d.svg'])
      await writeFile(join(folder, file), file);
    web = await createHttp({
      log: silentLog,
      proxies: 0,
      webDir: folder,
      homeAsks: '/today',
      health: async () => true,
    });
  });
  afterAll(async () => {
    await web.close();
    await rm(folder, { recursive: true });
  });
  const open = async (url: string, cookies = '') => {
    const { body, headers } = await web.inject({ url, headers: cookies ? { cookie: cookies } : {} });
    return [body, headers.link ?? null];
  };
  const ahead = (base: string) => `<${base}/api/today>; rel=preload; as=fetch; crossorigin=anonymous`;

  it('shows the frame of the app, and asks ahead for the home page, to a browser with a session alone', async () => {
    expect(await open('/')).toEqual(['index.html', null]);
    expect(await open('/', 'loam-known=x')).toEqual(['index.html', null]);
    expect(await open('/', cookie)).toEqual(['inside.html', ahead('')]);
    expect(await open('/?from=mail', cookie)).toEqual(['inside.html', ahead('')]);
    expect(await open('/people', cookie)).toEqual(['inside.html', null]);
    const { headers } = await web.inject({ url: '/', headers: { cookie } });
    expect([headers['cache-control'], String(headers.vary).toLowerCase()]).toEqual([
      'no-cache',
      expect.stringContaining('cookie'),
    ]);
  });

  it('keeps the two organisations apart', async () => {
    const sample = 'loam-sample.session_token=x';
    expect(await open('/', sample)).toEqual(['index.html', null]);
    expect(await open('/sample', cookie)).toEqual(['index.html', null]);
    for (const url of ['/sample', '/sample/'])
      expect(await open(url, sample)).toEqual(['inside.html', ahead('/sample')]);
    expect(await open('/samples', sample)).toEqual(['index.html', null]);
  });

  it('lets whatever bears a hash be kept for good, icons too', async () => {
    for (const url of ['/assets/app-1a2b.js', '/assets/favicon-3c4d.svg'])
      expect((await web.inject({ url })).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});
