import { describe, expect, it } from 'vitest';
import { type Arrival, isFromHere, isPublic } from './from-here.rules.ts';

const here = { remote: '127.0.0.1', target: '/sample/api/me', headers: { host: 'localhost:4020' } };

describe('a request from this machine', () => {
  it('has a loopback address at both ends, by any of its names', () => {
    for (const host of ['localhost', 'localhost:4020', '127.0.0.1:80', '[::1]:4020'])
      for (const remote of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
        expect(isFromHere({ ...here, remote, headers: { host } }), `${remote} ${host}`).toBe(true);
  });

  it('came through nothing that says so', () => {
    for (const name of ['via', 'forwarded', 'x-forwarded-for', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip'])
      expect(isFromHere({ ...here, headers: { ...here.headers, [name]: '' } }), name).toBe(false);
  });

  it('names no other host, in no form', () => {
    for (const host of ['loam.example.org', 'localhost.example.org', 'localhost:4020@evil', '', '127.0.0.1.nip.io'])
      expect(isFromHere({ ...here, headers: { host } }), host).toBe(false);
    expect(isFromHere({ ...here, headers: {} })).toBe(false);
    expect(isFromHere({ ...here, target: 'http://localhost/sample/api/me' })).toBe(false);
    expect(isFromHere({ ...here, remote: '192.168.1.4' })).toBe(false);
  });

  it('is not looked for where people come by another name', () => {
    expect(isPublic('https://loam.example.org')).toBe(true);
    expect(isPublic('http://localhost:4020')).toBe(false);
    expect(isPublic(undefined)).toBe(false);
  });
});

it.each<[string, Partial<Arrival>]>([
  ['without another end', { remote: undefined }],
  ['from beside this machine', { remote: '127.0.0.1.5' }],
  ['that turns into another protocol', { headers: { ...here.headers, upgrade: 'websocket' } }],
  ['with a host that is a list', { headers: { host: ['localhost'] } }],
  ['for nothing', { target: '' }],
  ['for a host of its own', { target: 'localhost/' }],
])('a request %s is from elsewhere', (_, change) => {
  expect(isFromHere({ ...here, ...change })).toBe(false);
});

it('a header of a proxy counts in any case, and one that is like it does not', () => {
  const passes = (name: string) => isFromHere({ ...here, headers: { ...here.headers, [name]: '' } });
  expect(['X-Forwarded-Proto', 'Via', 'X-Amz-Cf-Id', 'Remote-User'].map(passes)).toEqual(Array(4).fill(false));
  expect(['accept', 'x-mine', 'avia', 'via-x', 'cookie'].map(passes)).toEqual(Array(5).fill(true));
  expect([isPublic('http://127.0.0.1'), isPublic('http://[::1]:4020'), isPublic('http://127.example')]).toEqual([
    ...[false, false, true],
  ]);
});
