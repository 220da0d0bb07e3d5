import type { en } from './links.words.ts';

export const de: Record<keyof typeof en, string> = {
  'links.title': 'Ein Link zum Beitreten',
  'links.lead': 'Wer eine Adresse bei der Domain hat, kann selbst beitreten. Ein Link gilt 90 Tage lang.',
  'links.domain': 'Domain der Adressen',
  'links.domain-hint': 'Was hinter dem @ steht, zum Beispiel meridian.example.',
  'links.make-link': 'Link erstellen',
  'links.link-once': 'Hier ist er. Er wird nur dieses eine Mal gezeigt; kopiere ihn jetzt.',
  'links.link-row': 'Für Adressen bei {domain}, bis {day}',
  'links.link-row-unit': 'Für Adressen bei {domain}, in {unit}, bis {day}',
  'links.end-link': 'Beenden',
  'links.end-link-of': 'Den Link für {domain} beenden',
  'links.link-ended': 'Der Link ist beendet. Wer mit ihm dazukam, bleibt.',
  'links.no-links': 'Keine aktiven Links.',
};
