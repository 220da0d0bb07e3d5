import { basis, ids, kept, type Register, read, say } from '#server/features/records/records.ts';

/** What is told to people, and whether they want it. */
export const messageTables: Register = {
  outbox: {
    title: say('Messages to you', 'Nachrichten an dich'),
    purpose: say(
      'Each message leaves once, and only while it is still wanted',
      'Jede Nachricht geht einmal hinaus, und nur solange sie noch gewollt ist',
    ),
    basis: basis.consent,
    retention: say(
      'What a message said is emptied after 30 days; that there was one, as long as you are here',
      'Was in einer Nachricht stand, wird nach 30 Tagen geleert; dass es sie gab, bleibt, solange du hier bist',
    ),
    readers: say('You; stewards see counts', 'Du; Verantwortliche sehen Anzahlen'),
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      outbox_id: say('Its number', 'Ihre Nummer'),
      key: say('A key so that it is never sent twice', 'Ein Schlüssel, damit sie nie zweimal geht'),
      kind: say('What kind of message', 'Welche Art von Nachricht'),
      message: say('Subject and text', 'Betreff und Text'),
      about_id: say('The hello or introduction it speaks of', 'Der Gruß oder die Vorstellung, von der sie spricht'),
      not_before: say('The earliest time to send it', 'Der früheste Zeitpunkt zum Senden'),
      created_at: say('When it was written', 'Wann sie geschrieben wurde'),
      status: say('Whether it left', 'Ob sie hinausging'),
      attempts: say('How often it was tried', 'Wie oft es versucht wurde'),
      claimed_at: say('When sending began', 'Wann das Senden begann'),
      sent_at: say('When it left', 'Wann sie hinausging'),
      channel: say('By which way', 'Auf welchem Weg'),
      trouble: say('What went wrong, as a code', 'Was schiefging, als Kürzel'),
      to_address: say(
        'Where it goes, if not to your address of the moment',
        'Wohin sie geht, wenn nicht an deine Adresse von jetzt',
      ),
    },
    // Which mail it was stands in its subject.
    inner: ['kind'],
    maySay: (row) => (row.sent_at === null ? null : row),
  },
  mail_choice: {
    title: say('Whether you want email', 'Ob du E-Mails möchtest'),
    purpose: say('No email comes once you turned it off', 'Es kommt keine E-Mail mehr, wenn du sie abgestellt hast'),
    basis: basis.consent,
    retention: kept.untilUndone,
    readers: read.me,
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      off_since: say('Since when you want none', 'Seit wann du keine möchtest'),
      off_link: say(
        'Which link in an email did it, so that only that one takes it back',
        'Welcher Link in einer E-Mail das tat, damit nur er es zurücknimmt',
      ),
    },
  },
};

/** How fast mail may leave. */
export const mailQueueTables: Register = {
  mail_queue: {
    title: say('How fast email may leave', 'Wie schnell E-Mails hinausgehen dürfen'),
    purpose: say(
      'Email waits while the mail server is in trouble, and leaves more slowly where it asks for that',
      'E-Mails warten, solange der Mailserver gestört ist, und gehen langsamer hinaus, wo er darum bittet',
    ),
    basis: basis.none,
    retention: kept.always,
    readers: read.stewards,
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      next_at: say('When the next message may leave', 'Wann die nächste Nachricht hinausgehen darf'),
      gap_ms: say('How long from one message to the next', 'Wie lange von einer Nachricht zur nächsten'),
      failures: say('How often in a row the server took nothing', 'Wie oft in Folge der Server nichts annahm'),
      stage: say('How far the last message came', 'Wie weit die letzte Nachricht kam'),
      reason: say('Why it came no further', 'Warum sie nicht weiter kam'),
      since: say('Since when', 'Seit wann'),
    },
  },
};
