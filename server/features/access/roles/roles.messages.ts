import type { Language, Role } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import { createWords } from '#server/platform/words.ts';
import type { Message } from '#server/ports/channel.ts';
import { de } from './roles.words.de.ts';
import { en } from './roles.words.ts';

const words = createWords(en, de);

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

function linesOf(language: Language, told: Told): string[] {
  const t = words(language);
  const [key, name, by] = [keyOf(told), spokenName(told.name), spokenName(told.by)];
  // Whoever steps down reads of it as the others do.
  if (key === 'lay-down-role') return [t('roles.stepped-down', { name })];
  const deed = told.isMe ? t(`roles.to-me-${key}`, { by }) : t(`roles.to-others-${key}`, { by, name });
  if (key === 'steward-given') return [deed, t('roles.stewards-can')];
  if (key === 'give-role' || key === 'propose-end') return [deed, t(`roles.confirming-${key}`, { by })];
  return [deed];
}

/** What is told of a change of roles. */
export function roleMessage(language: Language, told: Told): Message {
  const t = words(language);
  return {
    language,
    subject: t(`roles.subject-${told.role}`),
    lines: linesOf(language, told),
    button: { label: t('roles.open'), url: told.url },
  };
}
