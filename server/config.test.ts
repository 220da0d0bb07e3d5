import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('LOAM_TRUST_PROXY', () => {
  it('is a number of proxies, none without it', () => {
    expect(readConfig({}).LOAM_TRUST_PROXY).toBe(0);
    expect(['0', '1', '2', '10'].map((text) => readConfig({ LOAM_TRUST_PROXY: text }).LOAM_TRUST_PROXY)).toEqual([
      0, 1, 2, 10,
    ]);
  });

  it.each(['true', 'yes', '-1', '1.5', '11', '10.0.0.1', '127.0.0.0/8', 'loopback', ' 1', '1e1'])(
    'refuses %j with one line',
    (text) => {
      const line =
        'The setting LOAM_TRUST_PROXY is wrong: give the number of proxies in front, 0 to 10. See docs/guides/configuration.md.';
      expect(() => readConfig({ LOAM_TRUST_PROXY: text })).toThrow(line);
    },
  );
});
