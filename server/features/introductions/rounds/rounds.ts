import type { Meeting, Reason } from '#engine/matching/matching.ts';
import type { Delivery, Note } from '#server/features/delivery/delivery.ts';
import { addDays } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { chooseGuide } from '../guide/guide.rules.ts';
import { hasPowerGap, type WorkspaceScope } from '../members/members.ts';
import type { Times } from '../times/times.ts';
import * as rows from './rounds.queries.ts';
import * as rules from './rounds.rules.ts';

/** A planned round, or people of one who are placed again. */
export interface PlannedRound {
  programmeId: string;
  /** The local date of the programme, 'YYYY-MM-DD'. */
  roundOn: string;
  groups: readonly { memberIds: readonly string[]; reasons: readonly Reason[] }[];
}

// Rows of one statement.
const AT_ONCE = 4000;

/** Every pair that was ever introduced, in the workspace or to one person, with what came of it. */
export async function pastOf(scope: WorkspaceScope, personId?: string): Promise<Meeting[]> {
  const said = new Map<string, Map<string, rules.MemberFeedback>>();
  for (const { id, personId: by, ...rest } of await rows.selectFeedback(scope, personId)) {
    const known = said.get(id) ?? new Map<string, rules.MemberFeedback>();
    said.set(id, known.set(by, rest));
  }
  const met = await rows.selectOtherMoments(scope, personId);
  const past = (await rows.selectPast(scope, personId)).flatMap((row) => rules.meetingsOf(row, said.get(row.id)));
  return [...met.map((each): Meeting => ({ ...each, outcome: 'met' })), ...past];
}

/** What rounds need of introductions, in the background's own transaction. */
export function createRounds(floor: Floor, delivery: Pick<Delivery, 'tell'>, times: Pick<Times, 'start' | 'fit'>) {
  /** What each member is told, by their own day: the introduction, and a week later one question. */
  const teller = (roundOn: string) => {
    const now = floor.clock.now();
    const introduced = rules.spreadOver(roundOn, now);
    const asked = rules.spreadOver(addDays(roundOn, rules.ASKED_AFTER), now);
    return (id: string, personId: string, zone: string): Note[] => {
      const [chance, about] = [rules.fractionOf(id, personId), { personId, aboutId: id }];
      return [
        {
          ...about,
          key: `introduction:${id}:${personId}`,
          kind: 'round-introduction',
          notBefore: introduced(zone, chance),
        },
        { ...about, key: `did-you-meet:${id}:${personId}`, kind: 'did-you-meet', notBefore: asked(zone, chance) },
      ];
    };
  };

  const publishSome = async (scope: WorkspaceScope, round: PlannedRound, notesOf: ReturnType<typeof teller>) => {
    const places = new Map(
      (
        await rows.selectZonesAndManagers(
          scope,
          round.groups.flatMap(({ memberIds }) => memberIds),
        )
      ).map((row) => [row.person_id, row]),
    );
    const made = round.groups.map(({ memberIds, reasons }) => {
      const id = floor.newId();
      const members = memberIds.map((each) => places.get(each) ?? fail('not-found'));
      return {
        row: {
          id,
          kind: 'round' as const,
          memberIds,
          guide: JSON.stringify(chooseGuide(id, hasPowerGap(members))),
          reasons: JSON.stringify(reasons),
        },
        notes: members.flatMap((each) => notesOf(id, each.person_id, each.zone)),
      };
    });
    const { programmeId, roundOn } = round;
    const now = floor.clock.now();
    await rows.releasePlaces(scope, { personIds: [...places.keys()], programmeId, roundOn, now });
    await times.start(
      scope,
      made.map(({ row }) => row),
      { now, programmeId, roundOn },
    );
    await delivery.tell(scope, ...made.flatMap(({ notes }) => notes));
    return made.map(({ row }) => row.id);
  };

  return {
    /** Writes the introductions of a round and what each member is told; returns their ids in order. */
    async publish(scope: WorkspaceScope, round: PlannedRound): Promise<string[]> {
      const [ids, notesOf]: [string[], ReturnType<typeof teller>] = [[], teller(round.roundOn)];
      for (let start = 0; start < round.groups.length; start += AT_ONCE) {
        const groups = round.groups.slice(start, start + AT_ONCE);
        ids.push(...(await publishSome(scope, { ...round, groups }, notesOf)));
      }
      return ids;
    },

    /** Adds somebody to a running introduction of a round and tells them; false where it does not run any more. */
    async joinGroup(scope: WorkspaceScope, introductionId: string, personId: string): Promise<boolean> {
      const [place] = await rows.selectZonesAndManagers(scope, [personId]);
      const round = place && (await rows.addMember(scope, introductionId, personId));
      if (!round) return false;
      await rows.releasePlaces(scope, { ...round, personIds: [personId], now: floor.clock.now() });
      await rows.insertMember(scope, { introductionId, personId, ...round });
      await times.fit(scope, introductionId, personId);
      await delivery.tell(scope, ...teller(round.roundOn)(introductionId, personId, place.zone));
      return true;
    },

    /** Every pair that was ever introduced in the workspace, with what came of it. */
    historyOf: (scope: WorkspaceScope): Promise<Meeting[]> => pastOf(scope),

    /** The introductions of a round that run, with who is still in them. */
    runningOf: async (
      scope: WorkspaceScope,
      programmeId: string,
      roundOn: string,
    ): Promise<{ id: string; memberIds: string[] }[]> =>
      (await rows.selectRunningOfRound(scope, programmeId, roundOn)).map(({ id, memberIds, leftIds }) => ({
        id,
        memberIds: memberIds.filter((each) => !leftIds.includes(each)),
      })),

    /** By round: how many introductions stood, and of how many somebody said that they met. */
    answersOf: async (
      scope: WorkspaceScope,
      programmeId: string,
    ): Promise<Map<string, { introductions: number; met: number }>> =>
      new Map(
        (await rows.countAnswers(scope, programmeId)).map(({ roundOn, ...counts }) => [roundOn, counts] as const),
      ),
  };
}
