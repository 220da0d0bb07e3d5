import type { Language } from '#contract/common.ts';
import type { MailChoice, MailState, MailWay, MyMail } from '#contract/delivery.ts';
import type { MailTest } from '#contract/workspace.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { Address } from '#server/ports/channel.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';
import * as choices from './choices.verbs.ts';
import type { DeliveryDeps, DeliveryServices, TellScope } from './delivery.deps.ts';
import type { Fate } from './delivery.rules.ts';
import * as verbs from './delivery.verbs.ts';
import { sendDue } from './outbox/send-due.ts';
import * as overview from './overview.verbs.ts';
import { createPatience } from './queue/patience.ts';
import * as atOnce from './way/at-once.verbs.ts';
import { findMark, findWayInUse, type WayInUse } from './way/way.verbs.ts';

export type { Notice, Notices, TellScope, Told } from './delivery.deps.ts';
export type { Note } from './delivery.verbs.ts';

/** Telling people things: the outbox, which commits with the change that it tells of, and what waits for nothing. */
export interface Delivery {
  /** Says "tell this person this", or many such things, in the caller's transaction. Throws for a kind without a notice. */
  tell(scope: TellScope, ...notes: readonly verbs.Note[]): Promise<void>;
  /** Sends what is due; safe to run in several processes at once. Returns how many left. */
  sendDue(): Promise<number>;
  /** Begins nothing more; for the end of a process. */
  stop(): void;
  /** Asks the mail server again at once: its settings are others now. */
  resume(who: Who): Promise<void>;
  /** Forgets what old messages said. */
  forget(): Promise<void>;

  /** Sends a sign-in code at once, at any hour, and again until it ends; it never enters the outbox. Throws where it was not taken. */
  sendCode(to: Address, code: string, language: Language): Promise<void>;
  /** Sends the longer code that works in every browser which asks, for an hour. Throws where it was not taken. */
  sendLongCode(to: Address, code: string, language: Language): Promise<void>;
  /** Sends a test to somebody's own address, by settings that are tried out or by the way that holds. */
  sendTest(who: Who, to: Address, test: atOnce.TestMail): Promise<MailTest>;
  /** Tells some at once, at any hour, through given settings; whoever it does not reach, by the outbox. */
  tellAtOnce(who: Who, news: atOnce.NewsAtOnce): Promise<void>;
  /** Whether messages are sent or written to a folder: in a workspace, or in the only one there is. */
  wayOf(workspaceId: string | null): Promise<MailWay>;
  /** Which way mail takes now, and why not the stored one; for stewards. */
  wayNow(workspaceId: string): Promise<WayInUse>;
  /** A fingerprint of settings, or of those that mail goes by now; null where it goes by none. */
  markOf(workspaceId: string, settings?: MailSettings): Promise<string | null>;

  /** The page that the link below a mail opens. */
  stopPage(token: string): string;
  /** Whether mail is on for a link's receiver. Fails with `not-found`. */
  stateByLink(token: string): Promise<MailChoice>;
  /** Turns mail off for a link's receiver. Fails with `not-found`. */
  stopByLink(token: string): Promise<MailChoice>;
  /** Brings mail back for a link's receiver, within seven days. Fails with `not-found`. */
  undoByLink(token: string): Promise<MailChoice>;
  /** Turns mail to the caller on or off. */
  choose(who: Who, mail: 'on' | 'off'): Promise<void>;
  /** Whether the caller gets mail, and which messages may not have arrived. Fails with `not-found`. */
  mine(who: Who): Promise<MyMail>;

  /** Counts of the outbox, for stewards; no names. */
  state(who: Who): Promise<MailState>;
  /** Sends once more what could not be delivered, and asks a mail server again that took nothing. Returns how many. */
  sendAgain(who: Who): Promise<number>;
  /** What became of messages, by their keys; for whoever asked for them. */
  fates(who: Who, keys: readonly string[]): Promise<Map<string, Fate>>;
  /** Lets mail go that waited after a restore. Returns how many. */
  releaseHeld(who: Who): Promise<number>;
}

export function createDelivery(deps: DeliveryDeps): Delivery {
  const services: DeliveryServices = {
    ...deps,
    patience: createPatience(deps.wait),
    progress: { hasBegun: false },
  };
  return bindVerbs(services, {
    tell: verbs.tellPeople,
    sendDue,
    stop: verbs.stopSending,
    resume: verbs.resumeMail,
    forget: verbs.forgetOldMail,
    sendCode: atOnce.sendSignInCode,
    sendLongCode: atOnce.sendLongSignInCode,
    sendTest: atOnce.sendTestMail,
    tellAtOnce: atOnce.tellAtOnce,
    wayOf: atOnce.findMailWay,
    wayNow: findWayInUse,
    markOf: findMark,
    stopPage: choices.stopPageOf,
    stateByLink: choices.getMailChoiceByLink,
    stopByLink: choices.stopMailByLink,
    undoByLink: choices.undoStopByLink,
    choose: choices.chooseMail,
    mine: choices.getMyMail,
    state: overview.countMail,
    sendAgain: overview.sendMailAgain,
    fates: overview.findFates,
    releaseHeld: overview.releaseHeldMail,
  });
}
