import type { Language } from '#contract/common.ts';

type Both = Record<Language, string>;

// Our own bank, written for work. The order is kept: guides name entries by place.
export const OPENINGS: readonly Both[] = [
  {
    en: 'What have you seen this month that few people here know about?',
    de: 'Was hast du diesen Monat gesehen, wovon hier kaum jemand weiß?',
  },
  {
    en: 'What has your week been like so far, outside the calendar?',
    de: 'Wie war deine Woche bisher, außerhalb des Kalenders?',
  },
  {
    en: 'What are you busy with right now that you enjoy talking about?',
    de: 'Was beschäftigt dich gerade, wovon du gern erzählst?',
  },
  { en: 'How did you come to be here, in three sentences?', de: 'Wie bist du hierher gekommen, in drei Sätzen?' },
  {
    en: 'What would I notice first if I sat beside you for a day?',
    de: 'Was würde mir zuerst auffallen, wenn ich einen Tag neben dir säße?',
  },
  { en: 'What made you smile at work lately?', de: 'Was hat dich zuletzt bei der Arbeit zum Lächeln gebracht?' },
];

export const QUESTIONS: Record<1 | 2 | 3, readonly Both[]> = {
  1: [
    {
      en: 'What could you talk about for an hour without preparing?',
      de: 'Worüber könntest du eine Stunde reden, ganz ohne Vorbereitung?',
    },
    { en: 'Which part of your day do you look forward to?', de: 'Auf welchen Teil des Tages freust du dich?' },
    { en: 'What did you like to build or collect as a child?', de: 'Was hast du als Kind gern gebaut oder gesammelt?' },
    {
      en: 'Which place near your desk do you like best, and why?',
      de: 'Welchen Ort in der Nähe deines Schreibtischs magst du am liebsten, und warum?',
    },
    {
      en: 'What is something small that makes your work easier?',
      de: 'Welche Kleinigkeit macht dir die Arbeit leichter?',
    },
    {
      en: 'What do you cook when you want to be kind to yourself?',
      de: 'Was kochst du, wenn du gut zu dir sein willst?',
    },
    {
      en: 'Which book, film or song has stayed with you this week?',
      de: 'Welches Buch, welcher Film oder welches Lied geht dir diese Woche nach?',
    },
    {
      en: 'What have you learned lately that has nothing to do with work?',
      de: 'Was hast du zuletzt gelernt, das nichts mit Arbeit zu tun hat?',
    },
  ],
  2: [
    {
      en: 'Who taught you something that you still use every week?',
      de: 'Wer hat dir etwas beigebracht, das du noch jede Woche brauchst?',
    },
    { en: 'What do people often get wrong about your work?', de: 'Was wird an deiner Arbeit oft missverstanden?' },
    {
      en: 'Which decision brought you where you are, and would you make it again?',
      de: 'Welche Entscheidung hat dich hierher gebracht, und würdest du sie wieder treffen?',
    },
    {
      en: 'What are you good at that your title does not say?',
      de: 'Was kannst du gut, das deine Stellenbezeichnung nicht verrät?',
    },
    {
      en: 'When did a colleague last surprise you, in a good way?',
      de: 'Wann hat dich zuletzt jemand aus der Arbeit positiv überrascht?',
    },
    {
      en: 'What would you change here if it were up to you for a day?',
      de: 'Was würdest du hier ändern, wenn du einen Tag lang entscheiden dürftest?',
    },
    { en: 'What kind of help do you most enjoy giving?', de: 'Welche Hilfe gibst du am liebsten?' },
    { en: 'What are you proud of that few people know?', de: 'Worauf bist du stolz, ohne dass es viele wissen?' },
  ],
  3: [
    {
      en: 'When did you last change your mind about someone?',
      de: 'Wann hast du zuletzt deine Meinung über jemanden geändert?',
    },
    {
      en: 'What would you ask for here if it were easy to ask?',
      de: 'Worum würdest du hier bitten, wenn Bitten leicht wäre?',
    },
    {
      en: 'What has failure taught you that success could not?',
      de: 'Was hat dich ein Scheitern gelehrt, das ein Erfolg nicht konnte?',
    },
    {
      en: 'When do you feel that you belong, and when don’t you?',
      de: 'Wann fühlst du dich zugehörig, und wann nicht?',
    },
    {
      en: 'What do you wish someone had told you in your first year?',
      de: 'Was hätte dir jemand in deinem ersten Jahr sagen sollen?',
    },
    { en: 'Which conversation have you been putting off?', de: 'Welches Gespräch schiebst du vor dir her?' },
    { en: 'What do you need from others on a hard day?', de: 'Was brauchst du von anderen an einem schweren Tag?' },
    {
      en: 'What would you like to be remembered for by those who work with you?',
      de: 'Wofür sollen sich die an dich erinnern, die mit dir arbeiten?',
    },
  ],
};

export const CLOSINGS: readonly Both[] = [
  {
    en: 'Tell each other one thing you will remember from this conversation.',
    de: 'Sagt euch gegenseitig, was euch aus diesem Gespräch bleibt.',
  },
  {
    en: 'Name one small thing you could do for each other, and by when.',
    de: 'Nennt eine kleine Sache, die ihr füreinander tun könntet, und bis wann.',
  },
  { en: 'Say what you would like to ask next time.', de: 'Sagt, was ihr beim nächsten Mal fragen möchtet.' },
  {
    en: 'Think of one person the other should get to know.',
    de: 'Überlegt, wen der oder die andere kennenlernen sollte.',
  },
];
