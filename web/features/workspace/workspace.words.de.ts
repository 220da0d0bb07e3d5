import type { en } from './workspace.words.ts';

export const de: Record<keyof typeof en, string> = {
  'workspace.welcome': 'Willkommen bei Loam',
  'workspace.welcome-lead':
    'Ein ruhiger Ort, an dem Kolleginnen und Kollegen einander kennenlernen. Nichts beginnt ohne dich, und niemand wird bewertet.',
  'workspace.sample-title': 'Eine Beispiel-Organisation erkunden',
  'workspace.sample-text':
    'Sieh dich um als eine von 240 erfundenen Personen. Sie bleibt für sich: Nichts, was du dort tust, erreicht jemanden.',
  'workspace.own-title': 'Meine Organisation einrichten',
  'workspace.own-text':
    'Zwei Minuten und der Code, den der Server beim Start ausgegeben hat. Ein Team von acht genügt.',
  'workspace.enter-title': 'Bei {name} anmelden',
  'workspace.enter-text': 'Mit einem Code, der per Mail kommt, oder mit einem Passkey.',
  'workspace.back-title': 'Weiter bei {name}',
  'workspace.back-text': 'Du bist angemeldet. Deine Leute warten, sonst nichts.',
  'workspace.promise': 'Was Loam weiß und was niemand nachschlagen kann',

  'workspace.setup': 'Richte deine Organisation ein',
  'workspace.setup-lead':
    'Drei kurze Schritte. Alles lässt sich später ändern, und Mail kannst du auch danach einrichten.',
  'workspace.step-code': 'Erstens: der Code',
  'workspace.code': 'Code',
  'workspace.code-hint': 'Der Server gibt ihn beim Start aus, damit dir hier niemand zuvorkommt.',
  'workspace.step-organisation': 'Zweitens: die Organisation',
  'workspace.name': 'Name',
  'workspace.purpose': 'Wofür es sie gibt, in einer Zeile',
  'workspace.purpose-hint': 'Steht bei allen über dem Heute. Zum Beispiel: Wir machen sauberes Wasser bezahlbar.',
  'workspace.left': '{count, plural, one {Noch ein Zeichen} other {Noch # Zeichen}}',
  'workspace.timezone': 'Zeitzone',
  'workspace.timezone-hint': 'Für alle, die keine andere gewählt haben.',
  'workspace.no-timezone': 'Keine Zeitzone heißt so. Versuch es mit einer Stadt in der Nähe.',
  'workspace.language': 'Sprache',
  'workspace.language-hint': 'Der Mails an alle, die noch keine gewählt haben.',
  'workspace.step-you': 'Drittens: du',
  'workspace.your-name': 'Dein Name',
  'workspace.your-email': 'Deine E-Mail-Adresse',
  'workspace.your-email-hint':
    'Mit ihr meldest du dich an. Du trägst als erste Person Verantwortung und kannst weitere benennen.',
  'workspace.begin': 'Anfangen',
  'workspace.have-one': 'Sie ist schon eingerichtet?',
  'workspace.sign-in': 'Anmelden',

  'workspace.organisation': 'Organisation',
};
