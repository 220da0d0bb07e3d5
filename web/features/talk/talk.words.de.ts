import type { en } from './talk.words.ts';

export const de: Record<keyof typeof en, string> = {
  'talk.title': 'Reden',
  'talk.lead': 'Kleine, ehrliche Gespräche. Wähl eines, druck es aus, leg den Bildschirm weg.',
  'talk.guides-title': 'Leitfäden',
  'talk.guides-lead': 'Zum Lesen und Drucken, ohne Konto. Die Hälfte dessen, was hilft, braucht keine Software.',
  'talk.print': 'Drucken',
  'talk.why': 'Warum das wirkt',
  'talk.contents': 'Leitfäden auf dieser Seite',
  'talk.home': 'Zu Loam',
  'talk.hello.title': 'Ein erstes Gespräch',
  'talk.hello.lead': 'Für zwei, die sich kaum kennen. Zwanzig Minuten, im Gehen oder beim Kaffee.',
  'talk.hello.step1': 'Beginn mit der Person, nicht mit dem Projekt: „Wie war deine Woche bisher?“',
  'talk.hello.step2': 'Stell eine offene Frage, dann warte. Die zweite Antwort ist meist die eigentliche.',
  'talk.hello.step3': 'Gib wieder, was du gehört hast, bevor du Eigenes hinzufügst: „Dir war also wichtig, dass …“',
  'talk.hello.step4':
    'Geh nur einen Schritt tiefer, wenn beide wollen: leicht, dann persönlich, dann das, was schwer zu sagen ist.',
  'talk.hello.step5':
    'Du bist so wichtig wie dein Gegenüber, nicht mehr und nicht weniger. Das gilt für Azubis wie für die Leitung.',
  'talk.hello.step6':
    'Schließ mit etwas Kleinem, das du auch tust: eine Sache, die du schickst, fragst oder ausprobierst.',
  'talk.hello.why':
    'Stunden mit Alltagsgesprächen lassen eine Freundschaft stärker wachsen als Stunden, in denen man nebeneinander arbeitet (Hall, 2018).',
  'talk.circle.title': 'Ein Kreis von zehn Minuten',
  'talk.circle.lead': 'Für drei oder vier. Ein Gerät auf dem Tisch genügt, keines ist besser.',
  'talk.circle.step1': 'Wer eingeladen hat, fängt an, damit es niemand sonst muss.',
  'talk.circle.step2':
    'Jede Person wählt eine Frage, die ihr angenehm ist. Alle dürfen passen oder aufhören, bei jeder Karte, ohne Grund.',
  'talk.circle.step3':
    'Leicht: Worauf hast du dich heute früh gefreut? Worüber könntest du eine Stunde unvorbereitet reden?',
  'talk.circle.step4':
    'Persönlich: Wer hat dir etwas beigebracht, das du noch nutzt? Was wird hier an deiner Arbeit falsch verstanden?',
  'talk.circle.step5':
    'Etwas tiefer: Wann hast du zuletzt deine Meinung über jemanden geändert? Worum würdest du bitten, wenn es leicht wäre?',
  'talk.circle.step6':
    'Nichts Gesagtes wird aufgeschrieben. Was hier erzählt wird, erzählt nur die Person weiter, der es gehört.',
  'talk.circle.why':
    'Fragen, die nach und nach persönlicher und reihum beantwortet werden, bringen Fremde einander näher als Plauderei (Aron u. a., 1997).',
  'talk.story.title': '„Du bist also geboren, und dann?“',
  'talk.story.lead':
    'Fünf bis sieben Wegmarken, die dich geprägt haben, erzählt in fünf Minuten. Die Einladung kommt eine Woche vorher und lässt die Form offen.',
  'talk.story.step1':
    'Schreib zehn Momente auf: ein Ort, ein Mensch, ein Wendepunkt, ein Verlust, etwas Selbstgemachtes.',
  'talk.story.step2': 'Streich, was du lieber für dich behältst. Was bleibt, kannst du erzählen.',
  'talk.story.step3': 'Gib jeder Wegmarke einen Satz: was geschah und was es verändert hat.',
  'talk.story.step4': 'Wer einlädt, erzählt zuerst, und nicht die glatteste Geschichte.',
  'talk.story.step5': 'Wer zuhört, nennt eine Stärke, die dabei sichtbar wurde. Kein Rat, kein Vergleich.',
  'talk.story.step6': 'Mitmachen ist bei jedem Schritt freiwillig, auch wenn es schon begonnen hat.',
  'talk.story.why': 'Wer weiß, wie jemand so geworden ist, beurteilt eine einzelne Handlung milder.',
  'talk.team.title': 'Fang mit deinem Team an',
  'talk.team.lead': 'Vier Wege, anzufangen, für alle, die ein Team leiten oder zusammenbringen. Wähl einen.',
  'talk.team.step1': 'Geschichten: eine Person pro Woche, fünf Minuten, vor der Tagesordnung.',
  'talk.team.step2': 'Bessere Gespräche: ein Kreis von zehn Minuten zu dritt oder viert.',
  'talk.team.step3':
    'Momente ohne Arbeit: zwei Worte dazu, wie du ankommst, eine halbe Stunde, in der niemand von Arbeit spricht, Mittagessen am Bürotag.',
  'talk.team.step4':
    'Rituale: ein Willkommen für Neue, laut ausgesprochener Dank, etwas, das ihr euch jeden Monat zeigt.',
  'talk.team.step5': 'Sag, warum ihr es macht, und dass niemand muss.',
  'talk.team.step6': 'Fragt nach einem Monat: Was behalten wir, was ändern wir, was beenden wir?',
  'talk.team.why': 'Ein selbst gewähltes Ritual überlebt eines, das verordnet wurde.',
  'talk.hard.title': 'Ein Gespräch, das du aufschiebst',
  'talk.hard.lead': 'Für zwei, zwischen denen etwas steht.',
  'talk.hard.step1': 'Vorher: Was will ich wirklich, was kann ich geben, würde ich es so sagen?',
  'talk.hard.step2': 'Bitte um einen Termin und sag in einem neutralen Satz, worum es geht.',
  'talk.hard.step3':
    'Erzähl, was du gesehen hast und was es mit dir gemacht hat. Lass weg, was du für die Absicht hältst.',
  'talk.hard.step4': 'Dann hör zu, bis von der anderen Seite kommt: „Ja, genau das.“',
  'talk.hard.step5':
    'Einigt euch auf eine Sache, die ihr ausprobiert, und auf einen Tag, an dem ihr darauf zurückkommt.',
  'talk.hard.step6': 'Wenn es schlecht läuft: aufhören, für den Versuch danken, an einem anderen Tag wiederkommen.',
  'talk.hard.why':
    'Die Texte hinter Loam sind sich bei Motiven uneins: Einer rät zu Sichtbarkeit, ein anderer stellt fest, dass strategische Motive nach hinten losgehen. Wir bitten dich, deines zuerst zu benennen.',
};
