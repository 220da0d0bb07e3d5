import { basis, ids, kept, type Register, read, say } from '#server/features/records/records.ts';

/** What the directory and profiles hold of a person. */
export const peopleTables: Register = {
  person: {
    title: say('Your line in the directory', 'Deine Zeile im Verzeichnis'),
    purpose: say(
      'Colleagues find you, and see where you work',
      'Kolleginnen und Kollegen finden dich und sehen, wo du arbeitest',
    ),
    basis: basis.interest,
    retention: kept.whileHere,
    readers: say(
      'Everyone here sees name, title, unit and site; who works with you or met you also sees your address; the rest serves stewards and the program',
      'Alle hier sehen Name, Titel, Bereich und Standort; wer mit dir arbeitet oder dich getroffen hat, auch deine Adresse; das Übrige dient den Verantwortlichen und dem Programm',
    ),
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      external_id: say(
        'Your number in the organisation’s own system',
        'Deine Nummer im eigenen System der Organisation',
      ),
      email: say(
        'Your address at work, for signing in and for email',
        'Deine Adresse bei der Arbeit, zum Anmelden und für E-Mails',
      ),
      name: say('Your name', 'Dein Name'),
      title: say('Your job title', 'Deine Stellenbezeichnung'),
      search_text: say(
        'Your name and title once more, written for the search',
        'Name und Titel noch einmal, geschrieben für die Suche',
      ),
      unit_id: say('Your team', 'Dein Team'),
      site_id: say('Your site', 'Dein Standort'),
      manager_id: say('Who leads you, by the directory', 'Wer dich führt, laut Verzeichnis'),
      level: say('Your level, by the directory', 'Deine Ebene, laut Verzeichnis'),
      joined_on: say('The day you joined', 'Der Tag deines Eintritts'),
      timezone: say('Your time zone, so that email comes by day', 'Deine Zeitzone, damit E-Mails tagsüber kommen'),
      groups: say('Groups you work in, by the directory', 'Gruppen, in denen du arbeitest, laut Verzeichnis'),
      status: say('Whether you are here, away or leaving', 'Ob du da, abwesend oder am Gehen bist'),
      away_until: say('Until when you are away', 'Bis wann du abwesend bist'),
      left_on: say('The day you left', 'Der Tag deines Ausscheidens'),
      source: say('How you came into the directory', 'Wie du ins Verzeichnis gekommen bist'),
      name_from: say(
        'Whose word your name is: guessed from your address, yours, a steward’s or the directory’s',
        'Von wem dein Name stammt: aus deiner Adresse abgeleitet, von dir, von Verantwortlichen oder aus dem Verzeichnis',
      ),
      unit_said: say('Whether you named your unit yourself', 'Ob du deinen Bereich selbst genannt hast'),
      site_said: say('Whether you named your site yourself', 'Ob du deinen Standort selbst genannt hast'),
      entered_at: say('When you first signed in', 'Wann du dich zum ersten Mal angemeldet hast'),
      welcomed_at: say(
        'When you answered or skipped the welcome',
        'Wann du die Begrüßung beantwortet oder übersprungen hast',
      ),
      language: say('The language you chose', 'Die Sprache, die du gewählt hast'),
      created_at: say('When this line was made', 'Wann diese Zeile entstand'),
      made_by: say(
        'Who added you or gave you this address: they never count as two people with you for a month',
        'Wer dich hinzugefügt oder dir diese Adresse gegeben hat: Ihr zählt einen Monat lang nicht als zwei Personen',
      ),
      made_at: say('When you were last given an address', 'Wann du zuletzt eine Adresse bekommen hast'),
    },
  },
  profile: {
    title: say('What you say of yourself', 'Was du von dir erzählst'),
    purpose: say('Others can start a conversation with you', 'Andere können ein Gespräch mit dir beginnen'),
    basis: basis.consent,
    retention: kept.untilUndone,
    readers: say('You; everyone here sees what you chose to show', 'Du; alle hier sehen, was du zeigen möchtest'),
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      about: say('A few sentences about you', 'Ein paar Sätze über dich'),
      talents: say('Your talents', 'Deine Talente'),
      passions: say('Your passions', 'Deine Leidenschaften'),
      ask_me_about: say('What one may ask you about', 'Wonach man dich fragen kann'),
      interests: say('Your interests', 'Deine Interessen'),
      languages: say('Languages you speak', 'Sprachen, die du sprichst'),
      hours_from: say('When your working day begins', 'Wann dein Arbeitstag beginnt'),
      hours_to: say('When your working day ends', 'Wann dein Arbeitstag endet'),
      office_days: say('Days on which you are at the office', 'Tage, an denen du im Büro bist'),
      shows: say('Which of these everyone may see', 'Was davon alle sehen dürfen'),
      shown_words: say(
        'Interests and languages you show, once more, to narrow the directory by',
        'Interessen und Sprachen, die du zeigst, noch einmal zum Eingrenzen des Verzeichnisses',
      ),
      shown_text: say(
        'The talents, passions, offers and interests you show, once more, for the search',
        'Talente, Leidenschaften, Angebote und Interessen, die du zeigst, noch einmal für die Suche',
      ),
    },
  },
  photo: {
    title: say('Your photo', 'Dein Foto'),
    purpose: say('Others know your face', 'Andere kennen dein Gesicht'),
    basis: basis.consent,
    retention: kept.untilUndone,
    readers: read.everyone,
    about: 'mine',
    by: ['person_id'],
    columns: {
      ...ids,
      version: say('A number that changes with each photo', 'Eine Nummer, die mit jedem Foto wechselt'),
      media_type: say('The kind of picture file', 'Die Art der Bilddatei'),
      bytes: say('The picture', 'Das Bild'),
    },
  },
};

/** Where people work. */
export const placeTables: Register = {
  unit: {
    title: say('Units', 'Bereiche'),
    purpose: say('The tree of divisions, departments and teams', 'Der Baum der Bereiche, Abteilungen und Teams'),
    basis: basis.none,
    retention: kept.always,
    readers: read.everyone,
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      unit_id: say('Its number', 'Ihre Nummer'),
      parent_id: say('The unit above', 'Der Bereich darüber'),
      name: say('Its name', 'Ihr Name'),
      origin: say('Where it came from, such as a former company', 'Woher sie kam, etwa aus einer früheren Firma'),
    },
  },
  site: {
    title: say('Sites', 'Standorte'),
    purpose: say('Where people work, and in which time zone', 'Wo gearbeitet wird, und in welcher Zeitzone'),
    basis: basis.none,
    retention: kept.always,
    readers: read.everyone,
    about: 'none',
    columns: {
      workspace_id: ids.workspace_id,
      site_id: say('Its number', 'Seine Nummer'),
      name: say('Its name', 'Sein Name'),
      timezone: say('Its time zone', 'Seine Zeitzone'),
    },
  },
};
