import type { en } from './introductions.words.ts';

export const de: Record<keyof typeof en, string> = {
  'introductions.you': 'du',

  'introductions.hello-subject': 'Jemand möchte dir Hallo sagen',
  'introductions.hello': 'Eine Kollegin oder ein Kollege möchte dich kennenlernen.',
  'introductions.hello-free': 'Du entscheidest: ja oder „jetzt nicht“. Ein „jetzt nicht“ hat keine Folgen.',
  'introductions.hello-open': 'Ansehen',

  'introductions.opening-hello': 'Ihr habt beide ja gesagt.',
  'introductions.opening-round': 'Diese Runde bringt euch zusammen.',
  'introductions.opening-request': 'Ihr seid beide offen dafür, jemanden kennenzulernen.',
  'introductions.opening-again': 'Noch ein Gespräch, mit einem eigenen Leitfaden.',
  'introductions.reply': 'Antworte auf diese E-Mail, und deine Antwort geht an {names}.',
  'introductions.about': 'In eigenen Worten: {about}',
  'introductions.common': 'Das habt ihr gemeinsam: {list}.',
  'introductions.different': 'Das ist anders als bei dir: {list}.',
  'introductions.member-common': 'gemeinsam: {list}',
  'introductions.guide-opening': 'Zum Einstieg: {question}',
  'introductions.guide-closing': 'Zum Schluss: {question}',
  'introductions.guide-open': 'Zeiten und Leitfaden',

  'introductions.ended-subject': 'Dein Kennenlernen mit {names} findet diesmal nicht statt',
  'introductions.ended': 'Mit {names} klappt es diesmal nicht. Das kommt vor und liegt nicht an dir.',
  'introductions.ended-round':
    'Wir suchen noch jemanden für dich; gelingt es nicht, bist du beim nächsten Mal zuerst dran.',
  'introductions.ended-other': 'Wenn du magst, sag jemand anderem Hallo.',
  'introductions.ended-people': 'Leute dieser Woche',

  'introductions.fewer-subject': 'Diesmal in kleinerer Runde: {names}',
  'introductions.fewer': 'Nicht alle können diesmal dabei sein. Das kommt vor und liegt nicht an dir.',
  'introductions.fewer-others': 'Mit {names} triffst du dich wie geplant.',

  'introductions.did-you-meet-subject': 'Hast du {names} getroffen?',
  'introductions.did-you-meet': 'Vor einer Woche haben wir dich mit {names} bekannt gemacht.',
  'introductions.did-you-meet-once':
    'Ein Klick genügt. Wenn es noch nicht geklappt hat, ist das auch in Ordnung: Wir fragen nur dieses eine Mal.',
  'introductions.did-you-meet-answer': 'Mit einem Klick antworten',

  'introductions.again-subject': '{names}, noch einmal?',
  'introductions.again':
    'Ihr habt unabhängig voneinander dasselbe gesagt: {names} und du, ihr würdet euch gern wieder treffen.',
  'introductions.again-ways':
    'Wenn ihr mögt: ein zweites Gespräch mit tieferen Fragen, eine dritte Person dazu oder ein fester Rhythmus.',
  'introductions.again-arrange': 'Etwas ausmachen',

  'introductions.rhythm-subject': 'Wieder einmal Zeit für {names}?',
  'introductions.rhythm':
    'Ihr wolltet euch ab und zu sehen. Antworte auf diese E-Mail, und deine Antwort geht an {names}.',
  'introductions.rhythm-free':
    'Passt es gerade nicht, dann beim nächsten Mal. Den Rhythmus könnt ihr jederzeit beenden.',

  'introductions.lapsed-subject': 'Deine Bitte ruht jetzt',
  'introductions.lapsed':
    'Du wolltest jemanden kennenlernen. In zwei Wochen hat sich nichts ergeben; das sagt nichts über dich.',
  'introductions.lapsed-again': 'Bitte einfach noch einmal darum, wann immer du magst.',

  'introductions.open-meetings': 'Deine Treffen',
  'introductions.open-page': 'Zu eurer Seite',
};
