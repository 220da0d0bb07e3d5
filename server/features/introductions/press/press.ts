import type { Pressed, PressState } from '#contract/introductions.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { createAnswers } from '../answers/answers.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { mayChange } from '../introductions.rules.ts';
import type { Look } from '../look.ts';
import { membersOf } from '../members/members.ts';
import { type Press, pressToken, readPressToken } from './press.rules.ts';

type Ids = Omit<Press, 'kind' | 'at'>;

const linkOf = (at: Date): string => at.toISOString();

/** One press from a mail: the link says who, nobody signs in, and all of it can be undone. */
export function createPress(
  floor: Floor,
  look: Look,
  parts: Pick<IntroductionsDeps, 'skip' | 'boundaries'> & Pick<ReturnType<typeof createAnswers>, 'answer'>,
) {
  const secret = floor.secrets.derive('press');

  const metState = (of: Ids): Promise<PressState> =>
    floor.db.asPerson(of, async (scope) => {
      const { me } = await membersOf(scope, []);
      if (!['active', 'away'].includes(me.status)) fail('not-found');
      const { row, summary } = await look.one(scope, of.aboutId);
      const { answer } = row;
      if (summary.isEnded || answer === 'cannot') return { kind: 'met', state: 'closed', mayUndo: false };
      const isOpen = mayChange({ answer, answeredAt: row.answered_at }, floor.clock.now());
      return { kind: 'met', state: answer ?? 'open', mayUndo: answer !== null && isOpen };
    });

  /** Whether a choice is on, after changing it where one is given; null where there is nothing to choose any more. */
  const chosen = async ({ kind, ...of }: Press, change: boolean | null) => {
    if (kind === 'skip') {
      const isOn = await parts.skip(of, change);
      return { isOn, mayUndo: isOn === true };
    }
    return parts.boundaries.neverInviteByLink(of, linkOf(of.at), change);
  };

  const choiceState = (kind: Press['kind'], { isOn, mayUndo }: Awaited<ReturnType<typeof chosen>>): PressState => ({
    kind,
    state: isOn === null ? 'closed' : isOn ? 'on' : 'open',
    mayUndo,
  });

  const read = (token: string): Press => readPressToken(secret, token) ?? fail('not-found');

  return {
    /** The page on which one press does one reversible thing, without signing in. */
    pressUrl: (of: Omit<Press, 'at'>): string =>
      `${floor.baseUrl}/press/${pressToken(secret, { ...of, at: floor.clock.now() })}`,

    /** What a link lets press, as things stand. */
    async pressState(token: string): Promise<PressState> {
      const of = read(token);
      return of.kind === 'met' ? metState(of) : choiceState(of.kind, await chosen(of, null));
    },

    /** Presses; what holds afterwards. */
    async press(token: string, pressed: Pressed): Promise<PressState> {
      const of = read(token);
      const isOfMet = pressed === 'met' || pressed === 'not-yet';
      if (pressed !== 'undo' && isOfMet !== (of.kind === 'met')) fail('bad-request');
      if (of.kind !== 'met') return choiceState(of.kind, await chosen(of, pressed === 'on'));
      const before = await metState(of);
      if (before.state === 'closed' || before.state === pressed) return before;
      await parts.answer(of, of.aboutId, { answer: isOfMet ? pressed : null });
      return metState(of);
    },
  };
}
