import type { ExportPart } from '#server/features/records/records.ts';
import type { Scope } from '#server/platform/database.ts';
import * as rows from './stored.queries.ts';
import { shownToSender } from './stored.rules.ts';

interface StoredDeps {
  /** Names of people, as everyone here may see them. */
  names(scope: Scope, personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

function helloOf({ from_id, answered_at, status, ...hello }: rows.StoredHello, personId: string) {
  if (from_id !== personId) return { direction: 'received', ...hello, status, answered_at };
  const shown = shownToSender(status);
  return { direction: 'sent', ...hello, status: shown, answered_at: shown === status ? answered_at : null };
}

/** What happened between the caller and others; the others' answers are theirs. */
export async function exportIntroductions({ names }: StoredDeps, scope: Scope): Promise<ExportPart> {
  const introductionRows = await rows.selectMyIntroductions(scope);
  const others = introductionRows.flatMap(({ member_ids }) => member_ids).filter((id) => id !== scope.personId);
  const called = await names(scope, [...new Set(others)]);
  const namesIn = (ids: readonly string[]) => ids.flatMap((id) => called.get(id) ?? []);
  const hellos = (await rows.selectMyHellos(scope)).map((row) => helloOf(row, scope.personId));
  const introductions = introductionRows.map(({ member_ids, introduction_id: _, ...rest }) => ({
    ...rest,
    with: namesIn(member_ids),
  }));
  const moments = await rows.selectMyMoments(scope);
  const requests = await rows.selectMyRequests(scope);
  const rhythms = await rows.selectMyRhythms(scope);
  return {
    json: {
      hellos,
      introductions,
      moments: moments.map(({ moment_id: _, ...moment }) => moment),
      requests,
      reminders: rhythms.map(({ member_ids, ...rhythm }) => ({ ...rhythm, with: namesIn(member_ids) })),
    },
    lines: [
      ...hellos.map((hello) => {
        const other = hello.direction === 'sent' ? hello.to : hello.from;
        return [`hello ${hello.direction}`, hello.asked_at.toISOString(), other, `${hello.phrase}: ${hello.status}`];
      }),
      ...introductions.map((row) => [
        'introduction',
        row.started_at.toISOString(),
        row.with.join(', '),
        row.answer ?? '',
      ]),
      ...moments.map((moment) => ['moment', moment.happened_on, moment.with, moment.kind]),
    ],
    days: moments.map((moment) => ({
      uid: `${moment.moment_id}@loam`,
      day: moment.happened_on,
      title: `Met ${moment.with}`,
    })),
  };
}
