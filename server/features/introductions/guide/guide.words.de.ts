import type { en } from './guide.words.ts';

export const de: Record<keyof typeof en, string> = {
  'guide.opening-1': 'Was hast du diesen Monat gesehen, wovon hier kaum jemand weiß?',
  'guide.opening-2': 'Wie war deine Woche bisher, außerhalb des Kalenders?',
  'guide.opening-3': 'Was beschäftigt dich gerade, wovon du gern erzählst?',
  'guide.opening-4': 'Wie bist du hierher gekommen, in drei Sätzen?',
  'guide.opening-5': 'Was würde mir zuerst auffallen, wenn ich einen Tag neben dir säße?',
  'guide.opening-6': 'Was hat dich zuletzt bei der Arbeit zum Lächeln gebracht?',

  'guide.question-1-1': 'Worüber könntest du eine Stunde reden, ganz ohne Vorbereitung?',
  'guide.question-1-2': 'Auf welchen Teil des Tages freust du dich?',
  'guide.question-1-3': 'Was hast du als Kind gern gebaut oder gesammelt?',
  'guide.question-1-4': 'Welchen Ort in der Nähe deines Schreibtischs magst du am liebsten, und warum?',
  'guide.question-1-5': 'Welche Kleinigkeit macht dir die Arbeit leichter?',
  'guide.question-1-6': 'Was kochst du, wenn du gut zu dir sein willst?',
  'guide.question-1-7': 'Welches Buch, welcher Film oder welches Lied geht dir diese Woche nach?',
  'guide.question-1-8': 'Was hast du zuletzt gelernt, das nichts mit Arbeit zu tun hat?',

  'guide.question-2-1': 'Wer hat dir etwas beigebracht, das du noch jede Woche brauchst?',
  'guide.question-2-2': 'Was wird an deiner Arbeit oft missverstanden?',
  'guide.question-2-3': 'Welche Entscheidung hat dich hierher gebracht, und würdest du sie wieder treffen?',
  'guide.question-2-4': 'Was kannst du gut, das deine Stellenbezeichnung nicht verrät?',
  'guide.question-2-5': 'Wann hat dich zuletzt jemand aus der Arbeit positiv überrascht?',
  'guide.question-2-6': 'Was würdest du hier ändern, wenn du einen Tag lang entscheiden dürftest?',
  'guide.question-2-7': 'Welche Hilfe gibst du am liebsten?',
  'guide.question-2-8': 'Worauf bist du stolz, ohne dass es viele wissen?',

  'guide.question-3-1': 'Wann hast du zuletzt deine Meinung über jemanden geändert?',
  'guide.question-3-2': 'Worum würdest du hier bitten, wenn Bitten leicht wäre?',
  'guide.question-3-3': 'Was hat dich ein Scheitern gelehrt, das ein Erfolg nicht konnte?',
  'guide.question-3-4': 'Wann fühlst du dich zugehörig, und wann nicht?',
  'guide.question-3-5': 'Was hätte dir jemand in deinem ersten Jahr sagen sollen?',
  'guide.question-3-6': 'Welches Gespräch schiebst du vor dir her?',
  'guide.question-3-7': 'Was brauchst du von anderen an einem schweren Tag?',
  'guide.question-3-8': 'Wofür sollen sich die an dich erinnern, die mit dir arbeiten?',

  'guide.closing-1': 'Sagt euch gegenseitig, was euch aus diesem Gespräch bleibt.',
  'guide.closing-2': 'Nennt eine kleine Sache, die ihr füreinander tun könntet, und bis wann.',
  'guide.closing-3': 'Sagt, was ihr beim nächsten Mal fragen möchtet.',
  'guide.closing-4': 'Überlegt, wen der oder die andere kennenlernen sollte.',
};
