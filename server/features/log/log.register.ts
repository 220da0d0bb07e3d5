import { basis, ids, type Register, say } from '#server/features/records/records.ts';

/** What was changed by whom. */
export const logTables: Register = {
  log_entry: {
    title: say('Lines of the log that speak of you', 'Zeilen im Protokoll, die von dir sprechen'),
    purpose: say(
      'Each privileged act leaves a trace that nobody can erase',
      'Jede besondere Handlung hinterlässt eine Spur, die niemand löschen kann',
    ),
    basis: basis.security,
    retention: say(
      'As long as the organisation is here; after your deletion only a number is left that leads nowhere',
      'Solange es die Organisation hier gibt; nach deiner Löschung bleibt nur eine Nummer, die nirgendwohin führt',
    ),
    readers: say('The works council; you see your own lines', 'Der Betriebsrat; du siehst deine eigenen Zeilen'),
    about: 'log',
    columns: {
      workspace_id: ids.workspace_id,
      log_entry_id: say('Its number', 'Ihre Nummer'),
      at: say('When', 'Wann'),
      actor_id: say('Who acted', 'Wer gehandelt hat'),
      action: say('What was done', 'Was getan wurde'),
      about: say('To whom or what, by number', 'An wem oder was, als Nummer'),
    },
  },
};
