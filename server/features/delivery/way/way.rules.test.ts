import { describe, expect, it } from 'vitest';
import { marked, REST, wayOf } from './way.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const settings = { host: 'smtp.example.test', port: 587, secure: false, from: 'loam@example.test' };
const server = { ...settings, host: 'server.example.test' };
const failed = (ago: number) => ({ what: 'EAUTH', at: new Date(now.getTime() - ago) });
const uses = (...of: Parameters<typeof wayOf>) => wayOf(...of).ways.map((way) => way.uses);

describe('the way of mail', () => {
  it('is the stored one first, then the server’s own, then a folder', () => {
    expect(uses({ settings, trouble: null }, server, now)).toEqual(['stored', 'server']);
    expect(uses({ settings, trouble: null }, null, now)).toEqual(['stored']);
    expect(uses(null, server, now)).toEqual(['server']);
    expect(uses(null, null, now)).toEqual(['folder']);
  });

  it('is the server’s own where the stored one cannot be opened', () => {
    expect(uses({ settings: 'unreadable', trouble: null }, server, now)).toEqual(['server']);
    expect(uses({ settings: 'unreadable', trouble: null }, null, now)).toEqual(['folder']);
    expect(wayOf({ settings: 'unreadable', trouble: null }, null, now).trouble?.kind).toBe('unreadable');
  });

  it('spares a stored one that has just failed, if there is another', () => {
    expect(uses({ settings, trouble: failed(REST - 1) }, server, now)).toEqual(['server', 'stored']);
    expect(uses({ settings, trouble: failed(REST) }, server, now)).toEqual(['stored', 'server']);
    expect(uses({ settings, trouble: failed(0) }, null, now)).toEqual(['stored']);
  });
});

it('what is wrong is told with what and when, also where mail goes another way', () => {
  expect(wayOf({ settings, trouble: failed(5) }, server, now)).toEqual({
    ways: [
      { uses: 'server', settings: server },
      { uses: 'stored', settings },
    ],
    trouble: { kind: 'failing', what: 'EAUTH', at: failed(5).at },
  });
  expect(wayOf({ settings, trouble: failed(5) }, null, now).trouble).toMatchObject({ kind: 'failing' });
  expect(wayOf({ settings, trouble: null }, server, now).trouble).toBeNull();
  expect(wayOf({ settings: 'unreadable', trouble: null }, server, now)).toEqual({
    ways: [{ uses: 'server', settings: server }],
    trouble: { kind: 'unreadable', what: '', at: null },
  });
  expect(wayOf(null, null, now)).toEqual({ ways: [{ uses: 'folder', settings: null }], trouble: null });
  expect(REST).toBe(300_000);
});

it('settings are others as soon as anything of them is, but for the case of the host and blanks', () => {
  const full = { ...settings, user: 'loam', password: 'sesame', ca: 'cert' };
  expect(marked({ ...full, host: 'SMTP.Example.test', ca: ' cert\n' })).toBe(marked(full));
  const { user: _u, password: _p, ca: _c, ...bare } = full;
  const others = [
    ...[{ host: 'other.test' }, { port: 25 }, { secure: true }, { user: 'x' }, { password: 'x' }, { from: 'x@x.test' }],
    ...[{ ca: 'x' }],
  ].map((change) => marked({ ...full, ...change }));
  expect(new Set([marked(full), marked(bare), ...others]).size).toBe(9);
});
