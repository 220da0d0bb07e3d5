import type { Pressed, PressState } from '#contract/introductions.ts';
import { fail } from '#server/platform/errors.ts';
import { answerIntroduction } from '../answers/answers.verbs.ts';
import { findIntroduction } from '../find-introduction.ts';
import type { IntroductionsDeps } from '../introductions.deps.ts';
import { mayChange } from '../introductions.rules.ts';
import { membersOf } from '../members/members.ts';
import { type Press, pressToken, readPressToken } from './press.rules.ts';

const secretOf = ({ secrets }: Pick<IntroductionsDeps, 'secrets'>): string => secrets.derive('press');

export const pressUrl = (
  deps: Pick<IntroductionsDeps, 'secrets' | 'clock' | 'baseUrl'>,
  press: Omit<Press, 'at'>,
): string => `${deps.baseUrl}/press/${pressToken(secretOf(deps), { ...press, at: deps.clock.now() })}`;

const pressOf = (deps: IntroductionsDeps, token: string): Press =>
  readPressToken(secretOf(deps), token) ?? fail('not-found');

export async function getPressState(deps: IntroductionsDeps, token: string): Promise<PressState> {
  const press = pressOf(deps, token);
  return press.kind === 'met' ? metState(deps, press) : changeChoice(deps, press, null);
}

export async function pressLink(deps: IntroductionsDeps, token: string, pressed: Pressed): Promise<PressState> {
  const press = pressOf(deps, token);
  const isOfMet = pressed === 'met' || pressed === 'not-yet';
  if (pressed !== 'undo' && isOfMet !== (press.kind === 'met')) fail('bad-request');
  if (press.kind !== 'met') return changeChoice(deps, press, pressed === 'on');
  const before = await metState(deps, press);
  if (before.state === 'closed' || before.state === pressed) return before;
  await answerIntroduction(deps, press, press.aboutId, { answer: isOfMet ? pressed : null });
  return metState(deps, press);
}

function metState(deps: IntroductionsDeps, press: Press): Promise<PressState> {
  return deps.db.asPerson(press, async (scope) => {
    const { me } = await membersOf(scope, []);
    if (!['active', 'away'].includes(me.status)) fail('not-found');
    const { row, summary } = await findIntroduction(deps, scope, press.aboutId);
    const { answer } = row;
    if (summary.isEnded || answer === 'cannot') return { kind: 'met', state: 'closed', mayUndo: false };
    const isOpen = mayChange({ answer, answeredAt: row.answered_at }, deps.clock.now());
    return { kind: 'met', state: answer ?? 'open', mayUndo: answer !== null && isOpen };
  });
}

/** What a link chooses, after changing it where a change is given; closed where there is nothing to choose any more. */
async function changeChoice(deps: IntroductionsDeps, press: Press, change: boolean | null): Promise<PressState> {
  const { kind, ...link } = press;
  if (kind === 'skip') {
    const isOn = await deps.skip(link, change);
    return { kind, state: isOn === null ? 'closed' : isOn ? 'on' : 'open', mayUndo: isOn === true };
  }
  const { isOn, mayUndo } = await deps.boundaries.neverInviteByLink(link, link.at.toISOString(), change);
  return { kind, state: isOn ? 'on' : 'open', mayUndo };
}
