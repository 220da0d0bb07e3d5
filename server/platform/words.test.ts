import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Catalogue, createWords, isKeyOf, listWords } from './words.ts';

const server = resolve(import.meta.dirname, '..');
// What people of the sample say of themselves is lists side by side, which a test there compares.
const files = globSync('**/*.words.ts', { cwd: server, exclude: ['features/sample/**'] });

async function catalogue<N extends 'en' | 'de'>(file: string, name: N): Promise<Catalogue> {
  const module: Record<N, Catalogue> = await import(pathToFileURL(resolve(server, file)).href);
  return module[name];
}

/** What a message takes, in the order of names. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort();

/** What the files beside a catalogue ask of it: whole keys, and patterns of those that they put together. */
function askedBeside(file: string): RegExp[] {
  const folder = resolve(server, dirname(file));
  const code = globSync('*.ts', { cwd: folder })
    .filter((name) => !/\.(words|words\.de|test)\.ts$/.test(name))
    .map((name) => readFileSync(resolve(folder, name), 'utf8'))
    .join('\n');
  const name = basename(file, '.words.ts');
  return [...code.matchAll(new RegExp(`['\`](${name}\\.[^'\`]*)['\`]`, 'g'))].map(([, key = '']) => {
    const pattern = key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+');
    return new RegExp(`^${pattern}${key.endsWith('-') ? '.+' : ''}$`);
  });
}

describe('catalogues', () => {
  it('are found', () => expect(files.length).toBeGreaterThan(3));

  it('never use a key twice', async () => {
    const keys = (await Promise.all(files.map((file) => catalogue(file, 'en')))).flatMap((words) => Object.keys(words));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  describe.each(files)('%s', (file) => {
    it('is complete in both languages, with the same placeholders', async () => {
      const en = await catalogue(file, 'en');
      const de = await catalogue(file.replace('.words.ts', '.words.de.ts'), 'de');
      expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
      for (const [key, text] of Object.entries(en)) {
        expect(key.startsWith(`${basename(file, '.words.ts')}.`), key).toBe(true);
        expect([text, de[key]], key).not.toContain('');
        expect(placeholders(de[key] ?? ''), key).toEqual(placeholders(text));
      }
    });

    it('says what stands there, sign by sign', async () => {
      const en = await catalogue(file, 'en');
      const de = await catalogue(file.replace('.words.ts', '.words.de.ts'), 'de');
      for (const [key, text] of [...Object.entries(en), ...Object.entries(de)]) {
        const names = placeholders(text);
        // A message that chooses is longer than what it says.
        if (/\{\w+,/.test(text)) expect(() => compileMessageOrThrow(text), key).not.toThrow();
        else {
          const said: (key: string, values: Record<string, string>) => string = createWords({ [key]: text }, {})('en');
          expect(said(key, Object.fromEntries(names.map((name) => [name, `{${name}}`])))).toBe(text);
        }
      }
    });

    it('has nothing that nobody says', async () => {
      const asked = askedBeside(file);
      const keys = Object.keys(await catalogue(file, 'en'));
      expect(keys.filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([]);
    });
  });
});

describe('words', () => {
  const words = createWords(
    {
      'a.hello': 'Hello {name}, it’s “{what}”',
      'a.count': '{count, plural, one {one of {name}} other {# of {name}}}',
      'a.plain': 'No more',
    } as const,
    {
      'a.hello': '„{what}“: hallo {name}',
      'a.count': '{count, plural, one {1} other {#}} von {name}',
      'a.plain': 'Aus',
    },
  );
  const SIGNS = [
    '{name}',
    "'{'",
    "''",
    '#',
    '\\u0041',
    '\\x41',
    '\\',
    '%',
    '%__lingui_octothorpe__%',
    '<b>',
    '$&',
    'משה',
  ];
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...SIGNS)).map((all) => all.join('')),
  );

  it('leave every value as it is', () => {
    fc.assert(
      fc.property(value, value, (name, what) => {
        expect(words('en')('a.hello', { name, what })).toBe(`Hello ${name}, it’s “${what}”`);
        expect(words('de')('a.hello', { name, what })).toBe(`„${what}“: hallo ${name}`);
        expect(words('en')('a.count', { count: 3, name })).toBe(`3 of ${name}`);
        expect(words('de')('a.count', { count: 1, name })).toBe(`1 von ${name}`);
      }),
    );
  });

  it('say the same again', () => {
    expect([words('en')('a.plain'), words('en')('a.plain'), words('de')('a.plain')]).toEqual([
      'No more',
      'No more',
      'Aus',
    ]);
  });

  it('are checked against their placeholders before anything runs', () => {
    // @ts-expect-error a name is missing
    words('en')('a.hello', { what: '' });
    // @ts-expect-error nothing is given
    words('en')('a.hello');
    // @ts-expect-error nothing is taken
    words('en')('a.plain', { name: '' });
    // @ts-expect-error no such key
    words('en')('a.unknown');
  });
});

it('knows a key by its own name alone', () => {
  expect([isKeyOf({ a: '' }, 'a'), isKeyOf({ a: '' }, 'toString')]).toEqual([true, false]);
});

it('writes lists as people do', () => {
  expect([listWords('en', ['Ana', 'Ben', 'Cleo']), listWords('de', ['Ana', 'Ben', 'Cleo'])]).toEqual([
    'Ana, Ben and Cleo',
    'Ana, Ben und Cleo',
  ]);
});
