import type { en } from './invite.words.ts';

export const de: Record<keyof typeof en, string> = {
  'invite.title': 'Leute einladen',
  'invite.lead': 'Jede Person bekommt eine E-Mail mit einem Link. Niemand erfährt, wer noch eingeladen wurde.',
  'invite.addresses': 'E-Mail-Adressen',
  'invite.addresses-hint': 'Füge so viele ein, wie du magst, in beliebiger Reihenfolge: Je 200 gehen hinaus.',
  'invite.addresses-found':
    '{count, plural, =0 {Noch keine Adresse gefunden.} one {Eine Adresse gefunden.} other {# Adressen gefunden.}}',
  'invite.addresses-unread': 'Das sieht nicht nach einer Adresse aus und bleibt weg: {words}.',
  'invite.addresses-many': 'Nur die ersten {most} werden jetzt eingeladen; der Rest bleibt im Feld.',
  'invite.invite-none': 'Einladen',
  'invite.invite': '{count, plural, one {Eine Person einladen} other {# Personen einladen}}',
  'invite.invited':
    '{count, plural, =0 {Niemand Neues wurde eingeladen.} one {Eine Person ist eingeladen.} other {# Personen sind eingeladen.}}',
  'invite.invited-folder':
    '{count, plural, =0 {Niemand Neues wurde eingeladen.} one {Eine Person ist eingeladen; die Einladung wurde in einen Ordner auf dem Server geschrieben, nicht verschickt.} other {# Personen sind eingeladen; die Einladungen wurden in einen Ordner auf dem Server geschrieben, nicht verschickt.}}',
  'invite.known': '{count, plural, one {{names} war schon da.} other {{names} waren schon da.}}',
  'invite.import': 'Ein Verzeichnis importieren',
};
