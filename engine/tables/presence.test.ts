import { expect, it } from 'vitest';
import { saysHere } from './presence.ts';

it.each([
  ['Status', 'Active', true],
  ['Status', 'On leave', true],
  ['Status', 'Suspended', false],
  ['Status', 'INACTIVE', false],
  ['Status', 'Terminated', false],
  ['Status', '', true],
  ['Statut', 'Désactivé', false],
  ['accountEnabled', 'False', false],
  ['accountEnabled', 'TRUE', true],
  ['Aktiv', 'nein', false],
  ['Aktiv', 'Ja', true],
  ['Suspended', 'false', true],
  ['Is suspended', 'Yes', false],
  ['Inaktiv', 'x', false],
  ['Ausgeschieden', 'nein', true],
  ['userType', 'Guest', false],
  ['userType', 'Member', true],
  ['userAccountControl', '512', true],
  ['userAccountControl', '514', false],
  ['userAccountControl', '66050', false],
])('%s: %s', (header, cell, isHere) => {
  expect(saysHere(header, cell)).toBe(isHere);
});
