import { describe, expect, it } from 'vitest';
import { MOST_TIMES, mailKey, mayAgain, REMIND, stateOf } from './invitations.rules.ts';

const now = new Date('2026-11-23T09:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const invited = { enteredAt: null, sentAt: ago(1), times: 1, fate: 'sent' };

describe('what an invitation has come to', () => {
  it('follows the mail, and ends with the first sign-in', () => {
    expect(stateOf({ ...invited, sentAt: null, times: 0, fate: undefined })).toBe('added');
    for (const fate of ['queued', 'claimed', 'held']) expect(stateOf({ ...invited, fate })).toBe('waiting');
    for (const fate of ['sent', 'handed-over', 'doubtful', undefined])
      expect(stateOf({ ...invited, fate })).toBe('invited');
    for (const fate of ['bounced', 'failed']) expect(stateOf({ ...invited, fate })).toBe('bounced');
    expect(stateOf({ ...invited, fate: 'cancelled' })).toBe('not-sent');
    expect(stateOf({ ...invited, fate: 'written' })).toBe('written');
    expect(stateOf({ ...invited, fate: 'bounced', enteredAt: now })).toBe('joined');
  });

  it('may be written again after a day, or at once where it came back, and not without end', () => {
    expect(mayAgain(invited, now)).toBe(false);
    expect(mayAgain({ ...invited, sentAt: ago(24) }, now)).toBe(true);
    for (const fate of ['bounced', 'written']) expect(mayAgain({ ...invited, fate }, now)).toBe(true);
    expect(mayAgain({ ...invited, fate: 'queued', sentAt: ago(48) }, now)).toBe(false);
    expect(mayAgain({ ...invited, sentAt: ago(48), times: MOST_TIMES }, now)).toBe(false);
    expect(mayAgain({ ...invited, sentAt: ago(48), enteredAt: now }, now)).toBe(false);
  });

  it('has a key for each time', () => {
    expect(mailKey('p', 1)).toBe('invitation:p');
    expect(mailKey('p', 2)).toBe('invitation:p:2');
  });
});

it('may be written five times, a day apart to the second, and is reminded after a week', () => {
  const again = (more: object) => mayAgain({ ...invited, ...more }, now);
  expect([again({ sentAt: new Date(now.getTime() - 86_400_000 + 1) }), again({ sentAt: ago(24) })]).toEqual([
    ...[false, true],
  ]);
  expect([again({ fate: 'bounced', times: 4 }), again({ fate: 'bounced', times: 5 })]).toEqual([true, false]);
  expect([again({ sentAt: null, times: 5 }), again({ fate: 'cancelled' })]).toEqual([true, true]);
  expect([MOST_TIMES, REMIND.after, REMIND.times]).toEqual([5, 7 * 86_400_000, 3]);
});
