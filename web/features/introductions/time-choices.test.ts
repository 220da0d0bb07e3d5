import { expect, it } from 'vitest';
import { choicesOf } from './time-choices.ts';

const now = new Date('2026-11-25T12:00:00Z');
const hour = (day: number) => `2026-12-0${day}T09:00:00.000Z`;
const offer = (day: number, isInOffice = false) => ({ at: hour(day), isInOffice, isOutside: false });
const asked = (day: number) => ({ at: hour(day), byId: 'ana', since: hour(1), yesIds: [] });
const shown = (...args: Parameters<typeof choicesOf>) => choicesOf(...args).map(({ at }) => at.toISOString());

it('three at most, in the order of time', () => {
  expect(shown({ time: null, times: [4, 2, 3, 1].map((day) => offer(day)) }, now)).toEqual([2, 3, 4].map(hour));
});

it('what is asked for and what stands are always among them', () => {
  const time = { at: hour(9), stand: 'asked', asked: asked(8) } as const;
  expect(shown({ time, times: [1, 2, 3].map((day) => offer(day)) }, now)).toEqual([1, 8, 9].map(hour));
});

it('a time that stands and is on offer is one, and keeps what is known of it', () => {
  const time = { at: hour(2), stand: 'pencilled', asked: null } as const;
  expect(choicesOf({ time, times: [offer(2, true)] }, now)).toEqual([
    { at: new Date(hour(2)), isInOffice: true, isOutside: false },
  ]);
});

it('what is over is not offered', () => {
  const time = { at: '2026-11-20T09:00:00.000Z', stand: 'agreed', asked: null } as const;
  expect(shown({ time, times: [offer(1)] }, now)).toEqual([hour(1)]);
});
