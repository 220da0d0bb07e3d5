import type { en } from './tokens.words.ts';

export const de: Record<keyof typeof en, string> = {
  'tokens.title': 'Für die Kommandozeile',
  'tokens.lead':
    'Ein Token darf Personen importieren, sonst nichts: 30 Tage lang, oder bis du nicht mehr verantwortlich bist. Nur du siehst ihn, und nur einmal.',
  'tokens.token-name': 'Wofür der Token ist',
  'tokens.token-name-hint': 'Zum Beispiel der Rechner oder das Skript, das ihn benutzt.',
  'tokens.make-token': 'Token erstellen',
  'tokens.token-unnamed': 'Ohne Namen',
  'tokens.token-used': 'Erstellt {made}, zuletzt benutzt {used}, gültig bis {day}',
  'tokens.token-unused': 'Erstellt {made}, noch nicht benutzt, gültig bis {day}',
  'tokens.end-token': 'Beenden',
  'tokens.end-token-of': 'Den Token „{name}“ beenden',
  'tokens.token-ended': 'Der Token ist beendet.',
  'tokens.no-tokens': 'Keine aktiven Tokens.',
  'tokens.token-once': 'Hier ist er, gültig bis {day}. Er wird nur dieses eine Mal gezeigt; kopiere ihn jetzt.',
  'tokens.end-tokens': 'Alle meine Tokens beenden',
  'tokens.tokens-ended': 'Alle deine Tokens sind beendet.',
};
