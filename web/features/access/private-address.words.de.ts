import type { en } from './private-address.words.ts';

export const de: Record<keyof typeof en, string> = {
  'private-address.title': 'Für den Tag, an dem du gehst',
  'private-address.lead':
    'Mit einer privaten Adresse kannst du deine Daten noch 30 Tage lang holen, wenn die von der Arbeit nicht mehr gilt. Für etwas anderes wird sie nicht verwendet.',
  'private-address.who': 'Nur du siehst sie',
  'private-address.email': 'Eine private Adresse',
  'private-address.send-code': 'Einen Code dorthin schicken',
  'private-address.sent':
    'Ein Code ist unterwegs zu {email}. Gib ihn hier ein, damit ein Tippfehler niemandem etwas öffnet.',
  'private-address.sent-folder':
    'Ein Code für {email} wurde in einen Ordner auf dem Server geschrieben, nicht verschickt. Gib ihn hier ein, damit ein Tippfehler niemandem etwas öffnet.',
  'private-address.code': 'Der Code aus dieser E-Mail',
  'private-address.keep': 'Diese Adresse behalten',
  'private-address.other': 'Andere Adresse verwenden',
  'private-address.kept': '{email} ist für diesen Tag vorgemerkt.',
  'private-address.forget': 'Löschen',
  'private-address.forgotten': 'Die private Adresse ist gelöscht.',
};
