import { expect, it } from 'vitest';
import { byDay } from './by-day.ts';

const on = (name: string, at: string | null) => ({ name, time: { at } });

it('those with a day come first, by day; the others keep their order', () => {
  const list = [
    on('later', '2026-12-04T09:00:00Z'),
    on('open', null),
    { name: 'none', time: null },
    on('first', '2026-12-01T09:00:00Z'),
  ];
  expect(byDay(list).map(({ name }) => name)).toEqual(['first', 'later', 'open', 'none']);
});
