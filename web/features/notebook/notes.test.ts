import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addNote, type Note, parseNotes, removeNote, toggleNote } from './notes.ts';

const note: fc.Arbitrary<Note> = fc.record({
  id: fc.uuid(),
  text: fc.string({ minLength: 1 }).filter((text) => text.trim() === text && text !== ''),
  isDone: fc.boolean(),
  day: fc.constant('2026-11-23'),
});

it('comes back from storage as it was', () => {
  fc.assert(
    fc.property(fc.array(note), (notes) => {
      expect(parseNotes(JSON.stringify(notes))).toEqual(notes);
    }),
  );
});

it('survives anything unreadable in storage', () => {
  fc.assert(
    fc.property(fc.anything(), fc.string(), (value, text) => {
      expect(Array.isArray(parseNotes(JSON.stringify(value) ?? null))).toBe(true);
      expect(Array.isArray(parseNotes(text))).toBe(true);
    }),
  );
});

it('adds on top, ticks twice to the same, and removes one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(note, { selector: ({ id }) => id, minLength: 1 }), (notes) => {
      const [first, ...rest] = notes;
      if (!first) return;
      expect(addNote(rest, first)).toEqual(notes);
      expect(toggleNote(toggleNote(notes, first.id), first.id)).toEqual(notes);
      expect(removeNote(notes, first.id)).toEqual(rest);
    }),
  );
  expect(addNote([], { id: '1', text: '  ', isDone: false, day: '2026-11-23' })).toEqual([]);
});

it('keeps whole notes alone, and ticks the one that is meant', () => {
  const whole = { id: '1', text: 'Bees', isDone: false, day: '2026-11-23' };
  const broken = Object.keys(whole).flatMap((key) => [
    Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)),
    { ...whole, [key]: 7 },
  ]);
  expect(parseNotes(JSON.stringify([...broken, null, 'x', 7, whole]))).toEqual([whole]);
  expect([parseNotes(null), parseNotes('{}'), parseNotes('[')]).toEqual([[], [], []]);
  const two = [whole, { ...whole, id: '2', isDone: true }];
  expect(toggleNote(two, '2').map(({ isDone }) => isDone)).toEqual([false, false]);
  expect(toggleNote(two, '1').map(({ isDone }) => isDone)).toEqual([true, true]);
  expect(addNote(two, { ...whole, id: '3', text: ' Choir ' })[0]?.text).toBe('Choir');
  expect(addNote(two, { ...whole, id: '3', text: ' ' })).toEqual(two);
});
