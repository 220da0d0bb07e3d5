import { describe, expect, it } from 'vitest';
import { REST, wayOf } from './way.rules.ts';

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
