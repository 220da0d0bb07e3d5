import { expect, it } from 'vitest';
import { readText } from './read-text.ts';

it('reads UTF-8, and Windows-1252 where it is none', async () => {
  expect(await readText(new Blob(['name\nJosé']))).toEqual({ text: 'name\nJosé', isLatin: false });
  expect(await readText(new Blob([new Uint8Array([0x4a, 0xfc, 0x72, 0x67])]))).toEqual({ text: 'Jürg', isLatin: true });
});
