import { basis, ids, kept, type Register, read, say } from '#server/features/records/records.ts';

/** What people keep away from themselves. */
export const limitTables: Register = {
  boundary: {
    title: say('Your boundaries', 'Deine Grenzen'),
    purpose: say('Nobody reaches you when you do not want it', 'Niemand erreicht dich, wenn du es nicht willst'),
    basis: basis.consent,
    retention: kept.untilUndone,
    readers: say(
      'You; others see only whether you are open to hellos now',
      'Du; andere sehen nur, ob du gerade offen für ein Hallo bist',
    ),
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      hellos: say('Whether you are open to hellos', 'Ob du offen für ein Hallo bist'),
      paused_until: say('Until when you pause', 'Bis wann du pausierst'),
      rhythm: say('How often you are introduced at most', 'Wie oft du höchstens jemandem vorgestellt wirst'),
      introductions: say(
        'Whether you are open to someone who asks for someone',
        'Ob du offen bist für jemanden, der jemanden kennenlernen möchte',
      ),
      never_invite: say('Whether you want no invitations', 'Ob du keine Einladungen möchtest'),
      never_invite_since: say('When you chose that', 'Wann du das gewählt hast'),
      never_invite_link: say(
        'Which link in an email did it, so that only that one takes it back',
        'Welcher Link in einer E-Mail das tat, damit nur er es zurücknimmt',
      ),
    },
  },
  block: {
    title: say('Whom you blocked', 'Wen du blockiert hast'),
    purpose: say('You can see and lift your own blocks', 'Du kannst deine Blockierungen sehen und aufheben'),
    basis: basis.consent,
    retention: kept.untilUndone,
    readers: read.me,
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      blocked_id: say('Whom', 'Wen'),
      block_key: say(
        'A number that ties the block to what it hides',
        'Eine Nummer, die die Blockierung mit dem verbindet, was sie verbirgt',
      ),
    },
  },
  veil: {
    title: say('Who does not see whom', 'Wer wen nicht sieht'),
    purpose: say(
      'A block holds everywhere, without saying who wished it',
      'Eine Blockierung gilt überall, ohne zu sagen, wer sie wollte',
    ),
    basis: basis.consent,
    retention: kept.untilUndone,
    readers: say(
      'Nobody; the program alone uses it. It is left out of exports, for it could tell that someone blocked you',
      'Niemand; nur das Programm verwendet es. Es steht in keinem Export, denn es könnte verraten, dass dich jemand blockiert hat',
    ),
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      viewer_id: say('Who does not see', 'Wer nicht sieht'),
      hidden_id: say('Who is not seen', 'Wer nicht gesehen wird'),
      block_key: say('A number that ties it to its block', 'Eine Nummer, die es mit seiner Blockierung verbindet'),
    },
  },
};
