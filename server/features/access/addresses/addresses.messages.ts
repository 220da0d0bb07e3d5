import type { Language } from '#contract/common.ts';
import { spokenName } from '#server/features/people/people.ts';
import { isolated, onOneLine } from '#server/platform/plain-text.ts';
import type { Message } from '#server/ports/channel.ts';

export interface AskedChange {
  /** Who asked; null where they are gone. */
  askedBy: string | null;
  workspace: string;
  newEmail: string;
  url: string;
  isSecond: boolean;
}

/** To the old address: another one was proposed, and waits. */
export function changeAsked(language: Language, { newEmail, url, isSecond, ...asked }: AskedChange): Message {
  const askedBy = asked.askedBy === null ? null : spokenName(asked.askedBy);
  const workspace = isolated(onOneLine(asked.workspace));
  if (language === 'de') {
    return {
      language,
      subject: isSecond ? 'Noch einmal: Deine Adresse soll sich ändern' : 'Deine Adresse soll sich ändern',
      lines: [
        `${askedBy ?? 'Jemand'} hat für dich bei ${workspace} eine neue Adresse eingetragen: ${newEmail}`,
        'Noch gilt deine bisherige. Stimmt die neue? Dann bestätige sie. Kennst du sie nicht? Dann lehne sie ab, denn wer sie liest, könnte sich in deinem Namen anmelden.',
        'Antwortest du nicht, können zwei Personen die Änderung nach drei Tagen freigeben: eine verantwortliche Person und eine, die es nicht ist.',
      ],
      button: { label: 'Ansehen und entscheiden', url },
    };
  }
  return {
    language,
    subject: isSecond ? 'Once more: your address is about to change' : 'Your address is about to change',
    lines: [
      `${askedBy ?? 'Someone'} entered a new address for you at ${workspace}: ${newEmail}`,
      'Your present one is still valid. Is the new one right? Then confirm it. If you do not know it, refuse it: whoever reads that address could sign in as you.',
      'If you do not answer, two people can release the change after three days: a steward and someone who is not one.',
    ],
    button: { label: 'Look and decide', url },
  };
}

export interface DoneChange {
  oldEmail: string;
  newEmail: string;
  how: 'confirmed' | 'released';
  passkeys: readonly string[];
  url: string;
}

/** To both addresses: it has changed, and these passkeys still sign in. */
export function changeDone(language: Language, { oldEmail, newEmail, how, passkeys, url }: DoneChange): Message {
  const list = passkeys.map((name) => `– ${isolated(onOneLine(name))}`).join('\n');
  if (language === 'de') {
    return {
      language,
      subject: 'Deine Adresse ist geändert',
      lines: [
        how === 'confirmed'
          ? `Du meldest dich jetzt mit ${newEmail} an, nicht mehr mit ${oldEmail}. Du hast es bestätigt.`
          : `Du meldest dich jetzt mit ${newEmail} an, nicht mehr mit ${oldEmail}. Zwei Personen haben es freigegeben; das Protokoll nennt sie dem Betriebsrat.`,
        'Alle anderen Sitzungen und Tokens für die Kommandozeile sind beendet.',
        passkeys.length > 0
          ? `Diese Passkeys gelten weiter:\n${list}\nKennst du einen davon nicht, entferne ihn in den Einstellungen.`
          : 'Es gibt keine Passkeys in deinem Namen.',
      ],
      button: { label: 'Zu den Einstellungen', url },
    };
  }
  return {
    language,
    subject: 'Your address has changed',
    lines: [
      how === 'confirmed'
        ? `You now sign in with ${newEmail}, no longer with ${oldEmail}. You confirmed it.`
        : `You now sign in with ${newEmail}, no longer with ${oldEmail}. Two people released it; the log tells the works council who.`,
      'All other sessions and command-line tokens have ended.',
      passkeys.length > 0
        ? `These passkeys still work:\n${list}\nRemove any you do not recognise in the settings.`
        : 'There are no passkeys in your name.',
    ],
    button: { label: 'Open the settings', url },
  };
}
