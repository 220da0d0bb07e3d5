import { basis, ids, kept, type Register, read, say } from '#server/features/records/records.ts';

/** What belongs to the organisation as a whole. */
export const workspaceTables: Register = {
  workspace: {
    title: say('The organisation', 'Die Organisation'),
    purpose: say('Its name, purpose and settings', 'Ihr Name, Zweck und ihre Einstellungen'),
    basis: basis.none,
    retention: kept.always,
    readers: say(
      'Everyone here; email settings only stewards',
      'Alle hier; die E-Mail-Einstellungen nur Verantwortliche',
    ),
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      name: say('Its name', 'Ihr Name'),
      purpose: say('Its purpose in one line', 'Ihr Zweck in einer Zeile'),
      timezone: say('Its time zone', 'Ihre Zeitzone'),
      language: say('Its first language', 'Ihre erste Sprache'),
      mail: say(
        'How its email is sent; the password is sealed',
        'Wie ihre E-Mails verschickt werden; das Passwort ist versiegelt',
      ),
      mail_trouble: say(
        'Why its own email settings did not serve last, and when',
        'Warum ihre eigenen E-Mail-Einstellungen zuletzt nicht halfen, und wann',
      ),
      created_at: say('When it was set up', 'Wann sie eingerichtet wurde'),
    },
  },
  mail_proposal: {
    title: say('A proposed change of how email is sent', 'Eine vorgeschlagene Änderung, wie E-Mails verschickt werden'),
    purpose: say('Nobody turns all email to themself alone', 'Niemand lenkt allein alle E-Mails zu sich um'),
    basis: basis.interest,
    retention: say('At most three days', 'Höchstens drei Tage'),
    readers: read.stewards,
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      proposal_id: say('Its number', 'Ihre Nummer'),
      proposed_by: say('Which steward proposed it', 'Wer sie vorgeschlagen hat'),
      proposed_at: say('When', 'Wann'),
      settings: say('What would hold; the password is sealed', 'Was gelten würde; das Passwort ist versiegelt'),
      failures: say('How many codes were typed wrongly', 'Wie viele Codes falsch eingegeben wurden'),
    },
  },
};

/** What the overview notes. */
export const overviewTables: Register = {
  overview_note: {
    title: say('What the overview notes', 'Was die Übersicht festhält'),
    purpose: say(
      'Stewards see whether email works and when a backup was last made',
      'Verantwortliche sehen, ob E-Mails ankommen und wann zuletzt gesichert wurde',
    ),
    basis: basis.none,
    retention: kept.always,
    readers: read.stewards,
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      kind: say(
        'Which: an email test, a backup, or something settled elsewhere',
        'Was: ein E-Mail-Test, eine Sicherung oder etwas anderswo Geregeltes',
      ),
      noted_at: say('When', 'Wann'),
      mark: say(
        'A fingerprint of the email settings that were tested',
        'Ein Fingerabdruck der E-Mail-Einstellungen, die getestet wurden',
      ),
    },
  },
};
