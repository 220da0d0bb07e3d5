import type { en } from './why.words.ts';

export const de: Record<keyof typeof en, string> = {
  'why.lead-wish': 'Jemand von euch wollte über {text} reden.',
  'why.lead-ask-offer': 'Jemand von euch möchte mehr über {text} wissen, und jemand wird gern danach gefragt.',
  'why.hope-both': 'Ihr möchtet beide {intention}.',
  'why.hope-some': 'Einige von euch möchten {intention}.',
  'why.intention-learn': 'etwas lernen',
  'why.intention-be-understood': 'verstanden werden',
  'why.intention-explore': 'Neues entdecken',
  'why.intention-help': 'helfen',

  'why.share-and-place': 'Euch verbindet {common}; {name} arbeitet im Bereich {place}.',
  'why.share-both': 'Euch verbindet {common}.',
  'why.share-some': 'Einige von euch verbindet {common}.',
  'why.place': '{name} arbeitet im Bereich {place}, du anderswo: Es gibt etwas zu erzählen.',
  'why.unit-at-site': '{unit} in {site}',
  'why.units': 'Ihr bringt {one} und {other} an einen Tisch.',
  'why.met': 'Ihr kennt euch schon ein wenig. Es gibt noch mehr zu erzählen.',
  'why.never-both': 'Ihr seid einander nie vorgestellt worden. Das ist Grund genug.',
  'why.never-some': 'Ihr seid einander nie vorgestellt worden. Das ist Grund genug.',

  'why.first-meeting': 'ein erstes Treffen',
};
