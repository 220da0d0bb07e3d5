import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Catalogue, isolated } from './words.ts';

const web = resolve(import.meta.dirname, '..');
const files = globSync('**/*.words.ts', { cwd: web });

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\s*([a-zA-Z]+)\s*[,}]/g)].map((match) => match[1] ?? ''))].sort();

async function catalogue<N extends 'en' | 'de'>(file: string, name: N): Promise<Catalogue> {
  const module: Record<N, Catalogue> = await import(pathToFileURL(resolve(web, file)).href);
  return module[name];
}

/** Words that say what another word says here; CONTRIBUTING.md has the list. */
const RETIRED = {
  en: /\b(somebody|everybody|anybody|e-mail)\b|\bone press\b/i,
  de: /(?<![-\wäöü])(Post|Mails?|Einheit(en)?|Stufe|Grüße)(?![-\wäöü])/,
};

describe('words', () => {
  it('finds the catalogues', () => expect(files.length).toBeGreaterThan(3));

  it('never uses a key twice', async () => {
    const keys = (await Promise.all(files.map((file) => catalogue(file, 'en')))).flatMap((words) => Object.keys(words));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('begins each catalogue with a key of its name, by which it is found', async () => {
    const features = files.filter((file) => file.startsWith('features'));
    const wrong = await Promise.all(
      features.map(async (file) => {
        const [key = ''] = Object.keys(await catalogue(file, 'en'));
        return key.startsWith(`${basename(file, '.words.ts')}.`) ? [] : [file];
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it.each(files)('%s is complete in both languages, with the same placeholders', async (file) => {
    const en = await catalogue(file, 'en');
    const de = await catalogue(file.replace('.words.ts', '.words.de.ts'), 'de');
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) {
      expect(text, key).not.toMatch(RETIRED.en);
      expect(de[key], key).not.toMatch(RETIRED.de);
      expect(text, key).not.toBe('');
      expect(de[key], key).not.toBe('');
      expect(placeholders(de[key] ?? ''), key).toEqual(placeholders(text));
    }
  });
});

it('keeps a name written from right to left to itself', () => {
  expect(isolated('משה כהן')).toBe('\u2068משה כהן\u2069');
  expect([isolated('Ana'), isolated(5)]).toEqual(['Ana', 5]);
});
