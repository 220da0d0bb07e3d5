import { describe, expect, it } from 'vitest';
import { dateOf, dateOrderOf } from './dates.rules.ts';

describe('dates', () => {
  it.each([
    ['2024-03-04', '2024-03-04'],
    ['20240304', '2024-03-04'],
    ['2024-03-04T00:00:00Z', '2024-03-04'],
    ['4.3.2024', '2024-03-04'],
    ['04.03.24', '2024-03-04'],
    ['04.03.98', '1998-03-04'],
    ['04/03/2024', '2024-03-04'],
    ['45355', '2024-03-04'],
    ['31.02.2024', undefined],
    ['2024-13-01', undefined],
    ['soon', undefined],
    ['12', undefined],
  ])('reads %s', (text, day) => {
    expect(dateOf(text, 'day-first')).toBe(day);
  });

  it('reads a column as a whole', () => {
    expect(dateOrderOf(['03/04/2024', '03/25/2024'])).toBe('month-first');
    expect(dateOrderOf(['03/04/2024', '25/03/2024'])).toBe('day-first');
    expect(dateOrderOf(['03/04/2024'])).toBe('day-first');
    expect(dateOrderOf(['2024-03-04'])).toBe('none');
    expect(dateOf('03/04/2024', 'month-first')).toBe('2024-03-04');
  });
});
