import { describe, expect, it } from 'vitest';
import { BACKUP_COUNTS_FOR, mailOf, type StepFacts, stepsOf } from './overview.rules.ts';

const now = new Date('2026-11-30T09:00:00Z');
const ago = (milliseconds: number) => ({ notedAt: new Date(now.getTime() - milliseconds), mark: null });
const tested = { notedAt: new Date('2026-11-09T09:00:00Z'), mark: 'these' };

describe('whether mail works', () => {
  it.each([
    ['smtp', false, 'these', 'works'],
    ['smtp', false, 'others', 'untested'],
    ['smtp', false, null, 'untested'],
    ['smtp', true, 'these', 'failing'],
    ['folder', false, null, 'folder'],
    ['kept', false, null, 'kept'],
  ] as const)('%s, failing %s, by %s settings: %s', (way, isFailing, mark, state) => {
    expect(mailOf({ way, isFailing, mark }, tested).state).toBe(state);
  });

  it('is not known before a test', () => {
    expect(mailOf({ way: 'smtp', isFailing: false, mark: 'these' }, undefined)).toEqual({
      state: 'untested',
      testedAt: null,
    });
  });
});

const nothing: StepFacts = {
  mail: { state: 'folder', testedAt: null },
  worksCouncil: 'nobody',
  hasPeople: false,
  stewards: 1,
  notes: {},
};
const done = (facts: Partial<StepFacts>) =>
  stepsOf({ ...nothing, ...facts }, now).flatMap(({ step, isDone }) => (isDone ? [step] : []));

describe('the five steps', () => {
  it('are ticked by facts', () => {
    expect(done({})).toEqual([]);
    expect(done({ hasPeople: true, stewards: 2, worksCouncil: 'named' })).toEqual([
      'people',
      'second-steward',
      'works-council',
    ]);
    expect(done({ worksCouncil: 'nominated' })).toEqual([]);
    expect(done({ mail: { state: 'works', testedAt: now } })).toEqual(['mail']);
    expect(done({ mail: { state: 'failing', testedAt: now } })).toEqual([]);
  });

  it('count a backup for a month', () => {
    expect(done({ notes: { 'backup-made': ago(BACKUP_COUNTS_FOR - 1) } })).toEqual(['backup']);
    expect(done({ notes: { 'backup-made': ago(BACKUP_COUNTS_FOR) } })).toEqual([]);
  });

  it('are ticked by a word where no fact can be had, and a fact goes before it', () => {
    const notes = { 'works-council-elsewhere': ago(5), 'backup-elsewhere': ago(7) };
    expect(done({ notes })).toEqual(['works-council', 'backup']);
    const [, , , council, backup] = stepsOf({ ...nothing, notes, worksCouncil: 'named' }, now);
    expect([council?.elsewhereSince, backup?.elsewhereSince]).toEqual([null, ago(7).notedAt]);
  });
});

describe('step by step', () => {
  it('in their order, each with since when it is done elsewhere', () => {
    const notes = { 'works-council-elsewhere': ago(5), 'backup-elsewhere': ago(7), 'backup-made': ago(3) };
    expect(stepsOf({ ...nothing, mail: { state: 'kept', testedAt: null }, notes }, now)).toEqual([
      { step: 'people', isDone: false, elsewhereSince: null },
      { step: 'mail', isDone: true, elsewhereSince: null },
      { step: 'second-steward', isDone: false, elsewhereSince: null },
      { step: 'works-council', isDone: true, elsewhereSince: ago(5).notedAt },
      { step: 'backup', isDone: true, elsewhereSince: null },
    ]);
    expect(BACKUP_COUNTS_FOR).toBe(31 * 86_400_000);
  });

  it('mail that was tested tells when, also while it fails', () => {
    expect(mailOf({ way: 'smtp', isFailing: true, mark: 'these' }, tested).testedAt).toEqual(tested.notedAt);
    expect(mailOf({ way: 'smtp', isFailing: true, mark: 'others' }, tested).testedAt).toBeNull();
    expect(mailOf({ way: 'smtp', isFailing: false, mark: 'these' }, tested).testedAt).toEqual(tested.notedAt);
    expect(mailOf({ way: 'folder', isFailing: true, mark: 'these' }, tested)).toEqual({
      state: 'folder',
      testedAt: null,
    });
    expect(mailOf({ way: 'smtp', isFailing: false, mark: null }, { ...tested, mark: null }).state).toBe('untested');
  });
});
