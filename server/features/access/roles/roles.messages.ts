import type { Language, Role } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import type { Message } from '#server/ports/channel.ts';

export interface RoleDeed {
  action: 'give-role' | 'confirm-role' | 'take-role' | 'propose-end' | 'confirm-end' | 'keep-role' | 'lay-down-role';
  whom: string;
  role: Role;
}

type Told = RoleDeed & {
  /** Whether it is told to the very person it is about. */
  isMe: boolean;
  name: string;
  by: string;
  url: string;
};

type Key = 'steward-given' | 'steward-taken' | RoleDeed['action'];

const keyOf = ({ action, role }: RoleDeed): Key => {
  if (role === 'works-council') return action;
  return action === 'give-role' ? 'steward-given' : 'steward-taken';
};

const ENGLISH: Record<Key, (name: string, by: string, isMe: boolean) => string[]> = {
  'steward-given': (name, by, isMe) => [
    isMe ? `${by} made you a steward.` : `${by} made ${name} a steward.`,
    'Stewards can import and invite people, and name other stewards.',
  ],
  'steward-taken': (name, by, isMe) => [
    isMe ? `${by} ended your role as steward.` : `${by} ended the role of ${name} as steward.`,
  ],
  'give-role': (name, by, isMe) => [
    isMe ? `${by} nominated you for the works council.` : `${by} nominated ${name} for the works council.`,
    `It takes effect once a second person confirms it: someone who had signed in before, and whom ${by} did not add, invite or give a role in the last 30 days.`,
  ],
  'confirm-role': (name, by, isMe) => [
    isMe ? `${by} confirmed you for the works council.` : `${by} confirmed ${name} for the works council.`,
  ],
  'take-role': (name, by, isMe) => [
    isMe
      ? `${by} withdrew your nomination for the works council.`
      : `${by} withdrew the nomination of ${name} for the works council.`,
  ],
  'propose-end': (name, by, isMe) => [
    isMe
      ? `${by} proposed to end your role on the works council.`
      : `${by} proposed to end the role of ${name} on the works council.`,
    `It stays until a second person confirms this: someone who had signed in before, and whom ${by} did not add, invite or give a role in the last 30 days.`,
  ],
  'confirm-end': (name, by, isMe) => [
    isMe
      ? `${by} confirmed it: your role on the works council has ended.`
      : `${by} confirmed it: the role of ${name} on the works council has ended.`,
  ],
  'keep-role': (name, by, isMe) => [
    isMe
      ? `${by} withdrew the proposal to end your role on the works council. You keep it.`
      : `${by} withdrew the proposal to end the role of ${name} on the works council. It stays.`,
  ],
  'lay-down-role': (name) => [`${name} stepped down from the works council.`],
};

const GERMAN: Record<Key, (name: string, by: string, isMe: boolean) => string[]> = {
  'steward-given': (name, by, isMe) => [
    isMe ? `${by} hat dir Verantwortung für Loam gegeben.` : `${by} hat ${name} Verantwortung für Loam gegeben.`,
    'Verantwortliche können Leute importieren und einladen und andere Verantwortliche benennen.',
  ],
  'steward-taken': (name, by, isMe) => [
    isMe
      ? `${by} hat deine Rolle als verantwortliche Person beendet.`
      : `${by} hat die Rolle von ${name} als verantwortliche Person beendet.`,
  ],
  'give-role': (name, by, isMe) => [
    isMe ? `${by} hat dich für den Betriebsrat benannt.` : `${by} hat ${name} für den Betriebsrat benannt.`,
    `Das gilt, sobald eine zweite Person es bestätigt: jemand, der oder die sich schon vorher angemeldet hatte und von ${by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.`,
  ],
  'confirm-role': (name, by, isMe) => [
    isMe ? `${by} hat dich für den Betriebsrat bestätigt.` : `${by} hat ${name} für den Betriebsrat bestätigt.`,
  ],
  'take-role': (name, by, isMe) => [
    isMe
      ? `${by} hat deine Benennung für den Betriebsrat zurückgezogen.`
      : `${by} hat die Benennung von ${name} für den Betriebsrat zurückgezogen.`,
  ],
  'propose-end': (name, by, isMe) => [
    isMe
      ? `${by} hat vorgeschlagen, dass deine Rolle im Betriebsrat endet.`
      : `${by} hat vorgeschlagen, dass die Rolle von ${name} im Betriebsrat endet.`,
    `Sie bleibt, bis eine zweite Person das Ende bestätigt: jemand, der oder die sich schon vorher angemeldet hatte und von ${by} in den letzten 30 Tagen weder hinzugefügt noch eingeladen noch mit einer Rolle versehen wurde.`,
  ],
  'confirm-end': (name, by, isMe) => [
    isMe
      ? `${by} hat bestätigt, dass deine Rolle im Betriebsrat endet. Sie ist beendet.`
      : `${by} hat bestätigt, dass die Rolle von ${name} im Betriebsrat endet. Sie ist beendet.`,
  ],
  'keep-role': (name, by, isMe) => [
    isMe
      ? `${by} hat den Vorschlag zurückgezogen, deine Rolle im Betriebsrat zu beenden. Du behältst sie.`
      : `${by} hat den Vorschlag zurückgezogen, die Rolle von ${name} im Betriebsrat zu beenden. Sie bleibt.`,
  ],
  'lay-down-role': (name) => [`${name} hat die Rolle im Betriebsrat niedergelegt.`],
};

/** What is told of a change of roles. */
export function roleMessage(language: Language, told: Told): Message {
  const { isMe, url } = told;
  const [name, by] = [spokenName(told.name), spokenName(told.by)];
  const lines = (language === 'de' ? GERMAN : ENGLISH)[keyOf(told)](name, by, isMe);
  const council = told.role === 'works-council';
  if (language === 'de')
    return {
      language,
      subject: council ? 'Betriebsrat: Eine Rolle hat sich geändert' : 'Verantwortliche: Eine Rolle hat sich geändert',
      lines,
      button: { label: 'Rollen ansehen', url },
    };
  return {
    language,
    subject: council ? 'Works council: a role has changed' : 'Stewards: a role has changed',
    lines,
    button: { label: 'See the roles', url },
  };
}
