import { describe, expect, it } from 'vitest';
import { registerOf } from './records.rules.ts';
import { compare, type Register, say, type TableEntry } from './register.rules.ts';

const words = say('Words', 'Worte');
const table = (...columns: string[]): TableEntry => ({
  ...{ title: words, purpose: words, basis: words, retention: words, readers: words, about: 'none' },
  columns: Object.fromEntries(columns.map((column) => [column, words])),
});

it('a sentence is in both languages', () => {
  expect(words).toEqual({ en: 'Words', de: 'Worte' });
});

describe('a register', () => {
  const register: Register = { unit: table('name', 'old'), gone: table('x') };

  it('is complete where it has what the database has', () => {
    const columns = ['name', 'old'].map((column) => ({ table: 'unit', column }));
    expect(compare({ unit: table('old', 'name') }, columns)).toEqual({ unregistered: [], vanished: [] });
    expect(compare({}, [])).toEqual({ unregistered: [], vanished: [] });
  });

  it('names in order what is missing on either side', () => {
    const columns = ['z', 'name', 'b', 'b'].map((column) => ({ table: 'unit', column }));
    expect(compare(register, columns)).toEqual({
      ...{ unregistered: ['unit.b', 'unit.z'], vanished: ['gone.x', 'unit.old'] },
    });
  });

  it('is put together from its parts', () => {
    expect(Object.keys(registerOf([{ tables: { a: table() } }, {}, { tables: { b: table() } }]))).toEqual(['a', 'b']);
    expect(registerOf([])).toEqual({});
  });
});
