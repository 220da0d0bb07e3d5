import { expect, it } from 'vitest';
import {
  createPresence,
  isPartInTeam,
  isStatusWord,
  type PresenceCell,
  presenceOf,
  saysHere,
  saysYes,
} from './presence.ts';

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
  ['userAccountControl', '1', true],
  ['userAccountControl', '2', false],
  ['userAccountControl', '3', false],
  ['userAccountControl', '4', true],
  ['Status', 'A', true],
  ['Status', 'L', true],
  ['Status', 'P', true],
  ['Status', 'T', false],
  ['Status', 'I', false],
  ['Status', 'D', false],
  ['Status', 'R', false],
  ['Status', 'Q', false],
  ['Status', 'S', false],
  ['Estado', 'T', false],
  ['Durum', 'T', false],
  ['Tila', 'T', false],
  ['Situação', 'T', false],
  ['Active status', 'T', true],
  ['Status active', 'T', false],
  ['Aktiv', 'T', true],
  ['Type', 'D', true],
  ['Status', 'F', false],
  ['Suspended', 'F', true],
  ['Aktiv', '✓', true],
  ['Inaktiv', ' ✓ ', false],
  ['Status', 'Locked out', true],
  ['Status', 'Locked', false],
  ['Status', 'Not active', false],
  ['Status', 'not yet active', false],
  ['Status', 'No longer employed', false],
  ['Status', 'not here', true],
  ['Status', 'active, not', true],
  ['Status', 'Terminated 2025-03-31', false],
  ['Status', 'accountTerminated', false],
  ['Status', 'left on leave', false],
  ['Status', 'Password expired', true],
  ['Status', 'expired', false],
  ['Status', '…', true],
])('%s: %s', (header, cell, isHere) => {
  expect(saysHere(header, cell)).toBe(isHere);
});

it.each([
  ['Active', true],
  ['Terminated', true],
  ['active since May', true],
  ['Password expired', true],
  ['not active', true],
  ['Labs', false],
  ['not in Labs', false],
  ['', false],
])('%j stands only in columns of statuses: %s', (cell, is) => {
  expect(isStatusWord(cell)).toBe(is);
});

it('knows parts in a team, and answers', () => {
  expect(['Owner', 'Member', 'GUEST', 'Mitglied'].every(isPartInTeam)).toBe(true);
  expect(['owners', 'Engineer', ''].some(isPartInTeam)).toBe(false);
  expect(['Yes', 'TRUE', '1', '✓', ' ✔ ', 'sí'].map(saysYes)).toEqual(Array(6).fill(true));
  expect(['No', 'false', '0', 'não'].map(saysYes)).toEqual(Array(4).fill(false));
  expect(['maybe', '', '2'].map(saysYes)).toEqual(Array(3).fill(undefined));
});

const columns = {
  headers: ['Status', 'Exit', 'Mail', 'Name'],
  uses: ['status', 'left', 'email', 'name'],
  order: 'day-first',
  today: '2025-01-10',
} as const;

it.each<[string[], PresenceCell[]]>([
  [['Active', '', 'a@b.cc', 'Ana'], [{ header: 'Status', cell: 'Active' }]],
  [['n/a', '09.01.2025', 'a@b.cc', 'Ana'], [{ header: 'Exit', cell: '< 2025-01-10', isHere: false }]],
  [['', '10.01.2025', '', ''], [{ header: 'Status', cell: '' }]],
  [['n/a', '11.01.2025', '', ''], []],
  [['n/a', 'soon', 'a_b#EXT@c.dd', 'x#EXT#@y'], []],
  [['n/a', '', 'a_b.cc#ext#@d.ee', ''], [{ header: 'Mail', cell: '#EXT#', isHere: false }]],
])('%j tells of presence', (cells, found) => {
  expect(presenceOf((at) => cells[at] ?? '', columns)).toEqual(found);
});

it('reads days of leaving in the order of the file, and not at all without today', () => {
  const exit = () => '02/01/2025';
  const only = { ...columns, uses: ['leave-out', 'left'] as const };
  expect(presenceOf(exit, { ...only, today: '2025-01-03' })).toHaveLength(1);
  expect(presenceOf(exit, { ...only, today: '2025-01-03', order: 'month-first' })).toEqual([]);
  expect(presenceOf(exit, { ...only, today: undefined })).toEqual([]);
  expect(presenceOf(() => 'x', { ...columns, headers: [], uses: ['status'] })).toEqual([{ header: '', cell: 'x' }]);
});

it('counts words, the most frequent first, and is here only where every column says so', () => {
  const presence = createPresence();
  const status = (cell: string): PresenceCell => ({ header: 'Status', cell });
  expect(presence.isHere([])).toBe(true);
  expect(presence.isHere([status('')])).toBe(true);
  expect(presence.words()).toEqual([]);
  expect(presence.isHere([status('Gone home'), status('Active')])).toBe(true);
  expect(presence.isHere([status('Terminated 2025-03-31'), status('Active')])).toBe(false);
  expect(presence.isHere([status('Terminated 1.2.25')])).toBe(false);
  expect(presence.isHere([{ header: 'Exit', cell: '< 2025-01-10', isHere: false }, status('Active')])).toBe(false);
  expect(presence.words()).toEqual([
    { word: 'Status: Active', people: 3, isHere: true },
    { word: 'Status: Terminated …', people: 2, isHere: false },
    { word: 'Status: Gone home', people: 1, isHere: true },
    { word: 'Exit: < 2025-01-10', people: 1, isHere: false },
  ]);
});

it('takes for gone what it was told, and nothing else', () => {
  const presence = createPresence(['Status: Active']);
  expect(presence.isHere([{ header: 'Status', cell: 'Active' }])).toBe(false);
  expect(presence.isHere([{ header: 'Status', cell: 'Terminated' }])).toBe(true);
  expect(presence.isHere([{ header: 'Exit', cell: 'x', isHere: false }])).toBe(true);
  expect(createPresence([]).isHere([{ header: 'Status', cell: 'Terminated' }])).toBe(true);
});

it('shows fifty words of eighty signs', () => {
  const presence = createPresence();
  for (let at = 0; at < 60; at += 1) presence.isHere([{ header: 'S', cell: `${'ab'.charAt(at % 2)}${at}`.repeat(50) }]);
  expect(presence.words()).toHaveLength(50);
  expect(presence.words().every(({ word }) => word.length === 80)).toBe(true);
});
