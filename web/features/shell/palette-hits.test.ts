import { expect, it } from 'vitest';
import { type Hit, partedBy } from './palette-hits.ts';

const hits = ['Organisation', 'Ana', 'Take a pause', 'Übersicht der Analyse'].map(
  (label): Hit => ({ key: label, label, open: () => undefined }),
);
const labels = (typed: string) => {
  const { first, rest } = partedBy(hits, typed);
  return [first.map(({ label }) => label), rest.map(({ label }) => label)];
};

it('puts what begins so before what merely holds it, and leaves the others out', () => {
  expect(labels('an')).toEqual([['Ana', 'Übersicht der Analyse'], ['Organisation']]);
  expect(labels('PAUSE')).toEqual([['Take a pause'], []]);
  expect(labels('über')).toEqual([['Übersicht der Analyse'], []]);
  expect(labels('nobody')).toEqual([[], []]);
});

it('shows everything while nothing is typed', () => {
  expect(labels('')).toEqual([hits.map(({ label }) => label), []]);
});
