import type { Language } from '#contract/common.ts';
import type {
  IntroductionDetails,
  IntroductionSummary,
  MeetingEvery,
  Pressed,
  PressState,
} from '#contract/introductions.ts';
import type { Meeting } from '#engine/matching/matching.ts';
import type { Notices } from '#server/features/delivery/delivery.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import * as again from './again/again.verbs.ts';
import { answerIntroduction, type GivenAnswer } from './answers/answers.verbs.ts';
import * as hellos from './hellos/hellos.verbs.ts';
import type { IntroductionsDeps } from './introductions.deps.ts';
import { introductionNotices } from './introductions.notices.ts';
import * as verbs from './introductions.verbs.ts';
import * as leaving from './leaving/leaving.verbs.ts';
import type { WorkspaceScope } from './members/members.ts';
import type { Press } from './press/press.rules.ts';
import * as press from './press/press.verbs.ts';
import * as requests from './requests/requests.verbs.ts';
import * as rounds from './rounds/rounds.verbs.ts';
import * as times from './times/choose-time.ts';

export type { LeftBehind } from './introductions.deps.ts';
export type { PlannedRound } from './rounds/rounds.verbs.ts';

type Ids = Pick<Who, 'workspaceId' | 'personId'>;

/** Hellos, and introductions of two to eight people, from hellos, rounds and requests. */
export interface IntroductionsDoor {
  /** Hellos that wait for the caller, and the caller's own. */
  hellos(who: Who): Promise<hellos.Hellos>;
  /** Says hello; where the other said it first, this is the yes. Returns the introduction, if there is one now. Fails with `bad-request`, `not-found`, `introductions.already-asked`, `introductions.limit-reached`, `introductions.not-open`. */
  sayHello(who: Who, hello: hellos.NewHello): Promise<string | null>;
  /** Yes starts the introduction; not now stays silent; undo lets it wait again, for a minute. Fails with `not-found`, `introductions.not-open`. */
  answerHello(who: Who, id: string, answer: 'yes' | 'not-now' | 'undo'): Promise<string | null>;
  /** Takes a hello back; a refused one goes as a waiting one does, so that this never tells. Fails with `not-found`. */
  withdraw(who: Who, id: string): Promise<void>;

  /** The caller's introductions, newest first. */
  list(who: Who): Promise<IntroductionSummary[]>;
  /** One introduction with its guide, in a language. Fails with `not-found`. */
  get(who: Who, id: string, language?: Language): Promise<IntroductionDetails>;
  /** The calendar file of the time that stands; of one that ended, the file that takes the entry away. Fails with `not-found`, `introductions.time-gone`. */
  calendar(who: Who, id: string, given?: Language): Promise<File>;
  /** Proposes one of the times on offer, or says yes to the one that stands or is asked for; agreed once all did. Fails with `not-found`, `introductions.ended`, `introductions.time-gone`, `introductions.time-taken`, `too-many-requests`. */
  chooseTime(who: Who, id: string, at: Date): Promise<void>;
  /** Takes back what the caller said to a time that is not agreed yet. Fails with `not-found`, `introductions.ended`. */
  takeTimeBack(who: Who, id: string): Promise<void>;

  /** We met, not yet, or can't this time; "met" by one is remembered for that one with everybody in it. Fails with `not-found`, `introductions.ended`, `bad-request`. */
  answer(who: Ids, id: string, given: GivenAnswer): Promise<void>;
  /** Somebody else, please: once a person and round, unasked why; who asks waits to be placed again. Fails with `not-found`, `introductions.swap-used`, `introductions.ended`. */
  swap(who: Who, id: string): Promise<void>;
  /** A block ends what waits or runs between the caller and another, with the same text as anything else that ends it. */
  endBetween(scope: Scope, otherId: string): Promise<void>;
  /** A pause ends all that runs for the caller, with the same text. */
  endAll(scope: Scope): Promise<void>;
  /** Leaving a programme ends what runs of it for the caller, as a pause would. */
  leaveProgramme(scope: Scope, programmeId: string): Promise<void>;
  /** Ends what still runs for people who are away or gone, in one workspace or all. Returns how many they were. */
  endDeparted(workspaceId?: string): Promise<number>;

  /** Whether the caller would like to meet again; final once everybody said yes, and told to nobody before. Fails with `not-found`, `introductions.ended`. */
  again(who: Who, id: string, again: boolean): Promise<void>;
  /** A second conversation of the same people, or one with a third person who is open to it; null where nobody is free. Fails with `not-found`, `introductions.ended`, `bad-request`. */
  next(who: Who, id: string, company: 'us' | 'third'): Promise<string | null>;
  /** A gentle reminder for everybody who said "again". Fails with `not-found`, `introductions.ended`. */
  setRhythm(who: Who, id: string, every: MeetingEvery): Promise<void>;
  /** Ends a reminder for everybody. Fails with `not-found`. */
  endRhythm(who: Who, id: string): Promise<void>;
  /** Reminds those whose day has come, once; safe in several processes. */
  remindRhythms(): Promise<void>;

  /** The caller's request while it waits or rests, and from when on they may ask again. */
  request(who: Who): Promise<requests.OwnRequest>;
  /** Asks for someone; the introduction, or null while nobody is found. Fails with `introductions.already-requested`. */
  ask(who: Who): Promise<string | null>;
  /** Takes the caller's request back while it waits. */
  takeBack(who: Who): Promise<void>;
  /** Answers who waits in a workspace, longest first, as far as somebody is free. Nobody learns who is open. */
  answerWaiting(workspaceId: string): Promise<void>;
  /** Each minute: answers who waits, and lets rest what waited too long. */
  tendRequests(): Promise<void>;

  /** Writes the introductions of a round and what each member is told; returns their ids in order. */
  publish(scope: WorkspaceScope, round: rounds.PlannedRound): Promise<string[]>;
  /** Adds somebody to a running introduction of a round and tells them; false where it does not run any more. */
  joinGroup(scope: WorkspaceScope, introductionId: string, personId: string): Promise<boolean>;
  /** Every pair that was ever introduced in the workspace, with what came of it. */
  historyOf(scope: WorkspaceScope): Promise<Meeting[]>;
  /** The introductions of a round that run, with who is still in them. */
  runningOf(scope: WorkspaceScope, programmeId: string, roundOn: string): Promise<rounds.RunningGroup[]>;
  /** By round: how many introductions stood, and of how many somebody said that they met. */
  answersOf(scope: WorkspaceScope, programmeId: string): Promise<Map<string, rounds.RoundAnswers>>;

  /** With whom the caller met, latest first. */
  momentsOf(scope: Scope): Promise<verbs.Met[]>;
  /** Whom the caller greeted or was introduced to since an instant: one step is under way already. */
  approachedBy(scope: Scope, since: Date): Promise<string[]>;
  /** What the caller alone knows to have said of others: by their latest "again?", and by hellos since an instant. */
  saidOf(scope: Scope, since: Date): Promise<verbs.SaidOfOthers>;

  /** The page on which one press does one reversible thing, without signing in. */
  pressUrl(press: Omit<Press, 'at'>): string;
  /** What a link lets press, as things stand. Fails with `not-found`. */
  pressState(token: string): Promise<PressState>;
  /** Presses; what holds afterwards. Fails with `not-found`, `bad-request`. */
  press(token: string, pressed: Pressed): Promise<PressState>;

  /** What introductions tell people, by kind: whether it still holds when it is sent, and its words. */
  notices: Notices;
}

export const createIntroductions = (deps: IntroductionsDeps): IntroductionsDoor => ({
  ...bindVerbs(deps, VERBS),
  notices: introductionNotices(deps),
});

const VERBS = {
  hellos: hellos.listHellos,
  sayHello: hellos.sayHello,
  answerHello: hellos.answerHello,
  withdraw: hellos.withdrawHello,
  list: verbs.listIntroductions,
  get: verbs.getIntroduction,
  calendar: verbs.getCalendar,
  chooseTime: times.chooseTime,
  takeTimeBack: times.takeTimeBack,
  answer: answerIntroduction,
  swap: leaving.swapIntroduction,
  endBetween: leaving.endBetween,
  endAll: leaving.endAll,
  leaveProgramme: leaving.leaveProgramme,
  endDeparted: leaving.endDeparted,
  again: again.sayAgain,
  next: again.meetNext,
  setRhythm: again.setRhythm,
  endRhythm: again.endRhythm,
  remindRhythms: again.remindRhythms,
  request: requests.getRequest,
  ask: requests.askForIntroduction,
  takeBack: requests.takeRequestBack,
  answerWaiting: requests.answerWaiting,
  tendRequests: requests.tendRequests,
  publish: rounds.publishRound,
  joinGroup: rounds.joinGroup,
  historyOf: rounds.listAllHistory,
  runningOf: rounds.listRunning,
  answersOf: rounds.listAnswers,
  momentsOf: verbs.listMoments,
  approachedBy: verbs.listApproached,
  saidOf: verbs.listSaidOfOthers,
  pressUrl: press.pressUrl,
  pressState: press.getPressState,
  press: press.pressLink,
};
