import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Denied, faultsOf, type Lock, type Locked, type Manifest, productionOf } from './lock.rules.ts';
import { sbomOf } from './sbom.ts';

// Set-up runs it before any type checker is there.
const { wrongPackages } = createRequire(import.meta.url)('./check-packages.cjs') as {
  wrongPackages(root: string): string[];
};
const root = resolve(import.meta.dirname, '..');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8'));
const lock = read<Lock>('package-lock.json');
const manifest = read<Manifest>('package.json');
const denied = read<Denied>('scripts/denied-packages.json');

/** The lock file with one package changed or added. */
const withOne = (place: string, change: Locked): Lock => ({
  ...lock,
  packages: { ...lock.packages, [place]: { ...lock.packages[place], ...change } },
});
const KYSELY = 'node_modules/kysely';
const integrity = lock.packages[KYSELY]?.integrity ?? '';

describe('the lock file', () => {
  it('is without fault as it stands', () => {
    expect(faultsOf(lock, manifest, denied)).toEqual([]);
  });

  it.each<[string, Lock, RegExp]>([
    ['a bad version', withOne('node_modules/chalk', { version: '5.6.1', integrity }), /bad versions/],
    [
      'a bad name',
      withOne('node_modules/a/node_modules/flatmap-stream', { version: '9.9.9', integrity }),
      /bad versions/,
    ],
    ['a script', withOne(KYSELY, { hasInstallScript: true }), /runs a script/],
    ['a host', withOne(KYSELY, { resolved: 'https://packages.example/kysely.tgz' }), /names where/],
    ['plain HTTP', withOne(KYSELY, { resolved: 'http://registry.npmjs.org/kysely.tgz' }), /names where/],
    ['git', withOne(KYSELY, { resolved: 'git+ssh://git@example.test/kysely.git#abc' }), /names where/],
    ['a dependency elsewhere', withOne(KYSELY, { dependencies: { pg: 'github:evil/pg' } }), /takes pg from/],
    ['no hash', withOne('node_modules/new', { version: '1.0.0' }), /no SHA-512/],
    ['a weak hash', withOne(KYSELY, { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }), /no SHA-512/],
    ['a link', withOne('node_modules/x', { link: true, version: '1.0.0', integrity }), /is a link/],
    ['another name', withOne(KYSELY, { name: 'kyseley' }), /is really/],
    ['another version than asked for', withOne(KYSELY, { version: '0.0.1' }), /not what is locked/],
    ['an old format', { ...lock, lockfileVersion: 1 }, /version 1/],
  ])('is refused with %s', (_, planted, words) => {
    expect(faultsOf(planted, manifest, denied).join('\n')).toMatch(words);
  });

  it.each(['^1.0.0', '*', 'latest', 'git+https://example.test/a.git', 'file:../a', 'npm:evil@1.0.0', '>=1'])(
    'is refused where the manifest asks for %s',
    (version) => {
      const dependencies = { ...manifest.dependencies, kysely: version };
      expect(faultsOf(lock, { ...manifest, dependencies }, denied).join('\n')).toMatch(/kysely is asked for as/);
    },
  );
});

describe('what is installed', () => {
  const kept = { version: '1.2.3', integrity: 'sha512-a' };
  /** A folder with one package installed, as the lock file has it but for the changes. */
  const wrongWith = (of: { locked?: object; installed?: object; found?: object | null }): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'loam-packages-'));
    const write = (file: string, content: object) => writeFileSync(join(folder, file), JSON.stringify(content));
    const place = 'node_modules/@a/b';
    mkdirSync(join(folder, place), { recursive: true });
    write('package-lock.json', { packages: { '': {}, [place]: kept, ...of.locked } });
    write('node_modules/.package-lock.json', { packages: { [place]: kept, ...of.installed } });
    if (of.found !== null) write(`${place}/package.json`, { name: '@a/b', version: '1.2.3', ...of.found });
    const wrong = wrongPackages(folder);
    rmSync(folder, { recursive: true });
    return wrong;
  };

  it('passes as the lock file has it, without what is for other machines', () => {
    expect(wrongWith({ locked: { 'node_modules/c': { ...kept, optional: true } } })).toEqual([]);
  });

  it.each<[string, Parameters<typeof wrongWith>[0], RegExp]>([
    ['another version in the folder', { found: { version: '1.2.4' } }, /is @a\/b@1\.2\.4/],
    ['another name in the folder', { found: { name: 'evil' } }, /is evil/],
    ['other bytes', { installed: { 'node_modules/@a/b': { ...kept, integrity: 'sha512-b' } } }, /not the one/],
    ['a package that nobody locked', { installed: { 'node_modules/x': kept } }, /not in the lock file/],
    ['nothing there', { found: null }, /is missing/],
    ['no hash', { locked: { 'node_modules/@a/b': { version: '1.2.3' } } }, /no hash/],
  ])('is refused with %s', (_, planted, words) => {
    expect(wrongWith(planted).join('\n')).toMatch(words);
  });
});

describe('the bill of materials', () => {
  it('lists exactly what the product runs on, and is the same each time', () => {
    const text = sbomOf(root);
    const { components } = JSON.parse(text) as { components: { name: string; version: string; hashes: unknown[] }[] };
    expect(components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(productionOf(lock));
    expect(components.every(({ hashes }) => hashes.length > 0)).toBe(true);
    expect(text).not.toMatch(/timestamp|"power"/);
    expect(sbomOf(root)).toBe(text);
  }, 120_000);
});
