import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextReminder } from './again.rules.ts';

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2036-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it('comes on a working day, after at least the time that was chosen', () => {
  const least = { fortnightly: 14, monthly: 28, quarterly: 89 } as const;
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('fortnightly' as const, 'monthly' as const, 'quarterly' as const),
      (after, every) => {
        const next = nextReminder(every, after);
        const days = (Date.parse(next) - Date.parse(after)) / 86_400_000;
        expect(days).toBeGreaterThanOrEqual(least[every]);
        expect(days).toBeLessThanOrEqual(least[every] + 6);
        expect([1, 2, 3, 4, 5]).toContain(new Date(next).getUTCDay());
      },
    ),
  );
});
