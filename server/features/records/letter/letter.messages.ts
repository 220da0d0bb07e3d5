import { say, type Words } from '../register.rules.ts';

const rhythms = {
  every: say('every round', 'jede Runde'),
  weekly: say('once a week', 'einmal die Woche'),
  fortnightly: say('every other week', 'alle zwei Wochen'),
  monthly: say('once a month', 'einmal im Monat'),
  quarterly: say('every three months', 'alle drei Monate'),
  asked: say('only when you ask', 'nur auf deinen Wunsch'),
};

const statuses = {
  active: say('here', 'da'),
  away: say('away', 'abwesend'),
  leaving: say('leaving', 'verlässt die Organisation'),
  alumni: say('has left, stays in touch', 'gegangen, bleibt in Kontakt'),
  waiting: say('waiting', 'wartet'),
  yes: say('answered yes', 'mit Ja beantwortet'),
  'not-now': say('put aside', 'beiseitegelegt'),
  withdrawn: say('withdrawn', 'zurückgezogen'),
  answered: say('answered', 'beantwortet'),
  lapsed: say('rested', 'ruht'),
  sent: say('sent', 'versandt'),
  'handed-over': say('handed to the mail server', 'dem Mailserver übergeben'),
  doubtful: say('perhaps sent', 'vielleicht versandt'),
};

/** What codes of the database mean, by the column that holds them. */
export const CODES: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  status: statuses,
  rhythm: rhythms,
  every: rhythms,
  source: {
    setup: say('you set the organisation up', 'du hast die Organisation eingerichtet'),
    import: say('from the directory', 'aus dem Verzeichnis'),
    invite: say('invited', 'eingeladen'),
    join: say('by a join link', 'über einen Beitrittslink'),
    scim: say('from the directory', 'aus dem Verzeichnis'),
    steward: say('from a steward', 'von den Verantwortlichen'),
    directory: say('from the directory', 'aus dem Verzeichnis'),
  },
  name_from: {
    address: say('from your address', 'aus deiner Adresse'),
    self: say('from you', 'von dir'),
    steward: say('from a steward', 'von den Verantwortlichen'),
    directory: say('from the directory', 'aus dem Verzeichnis'),
  },
  language: { en: say('English', 'Englisch'), de: say('German', 'Deutsch') },
  role: { steward: say('steward', 'Verantwortung für Loam'), 'works-council': say('works council', 'Betriebsrat') },
  phrase: {
    curious: say('I am curious what you do.', 'Ich bin neugierig, was du machst.'),
    'work-near': say(
      'Our work touches, and we have never talked.',
      'Unsere Arbeit berührt sich, und wir haben nie geredet.',
    ),
    'learn-from': say('I would like to learn from you.', 'Ich möchte von dir lernen.'),
    welcome: say('Welcome! I would like to show you around.', 'Willkommen! Ich zeige dir gern alles.'),
    'share-interest': say('We share an interest.', 'Wir teilen ein Interesse.'),
    coffee: say('Shall we have a coffee?', 'Trinken wir einen Kaffee?'),
  },
  intention: {
    learn: say('to learn', 'etwas lernen'),
    'be-understood': say('to be understood', 'verstanden werden'),
    explore: say('to explore', 'Neues entdecken'),
    help: say('to help', 'helfen'),
  },
  answer: {
    met: say('we met', 'wir haben uns getroffen'),
    'not-yet': say('not yet', 'noch nicht'),
    cannot: say('can’t this time', 'geht diesmal nicht'),
  },
  kind: {
    hello: say('after a hello', 'nach einem Hallo'),
    round: say('in a round of a programme', 'in einer Runde eines Programms'),
    request: say('because one of you asked for someone', 'weil eine Person jemanden kennenlernen wollte'),
    again: say('because you wanted to meet again', 'weil ihr euch wieder treffen wolltet'),
    met: say('met', 'getroffen'),
    join: say('to join', 'zum Mitmachen'),
    host: say('to host', 'zum Ausrichten'),
  },
  part: { member: say('taking part', 'dabei'), lead: say('leading', 'leitend') },
  wish: {
    subject: say('somebody for a subject', 'jemand für ein Thema'),
    unit: say('somebody of a unit', 'jemand aus einem Bereich'),
    levels: say('somebody of another level', 'jemand von einer anderen Ebene'),
    surprise: say('a surprise', 'eine Überraschung'),
  },
  state: {
    unplaced: say('without a place', 'ohne Platz'),
    placed: say('placed', 'zugeteilt'),
    pending: say('waiting', 'wartet'),
    confirmed: say('confirmed by you', 'von dir bestätigt'),
    released: say('released by two people', 'von zwei Personen freigegeben'),
    refused: say('refused by you', 'von dir abgelehnt'),
    replaced: say('replaced by another', 'durch eine andere ersetzt'),
    withdrawn: say('withdrawn', 'zurückgezogen'),
  },
  shows: {
    about: say('in your own words', 'in eigenen Worten'),
    talents: say('talents', 'Talente'),
    passions: say('passions', 'Leidenschaften'),
    askMeAbout: say('ask me about', 'frag mich nach'),
    interests: say('interests', 'Interessen'),
    languages: say('languages', 'Sprachen'),
    hours: say('working hours', 'Arbeitszeiten'),
    officeDays: say('office days', 'Bürotage'),
  },
};
