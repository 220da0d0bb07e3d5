import { expect, it } from 'vitest';
import { isSuffix, isTitle } from './titles.ts';

it.each([
  ['Dr.', true],
  ['dr', true],
  ['DR', true],
  ['Prof. Dr.-Ing.', true],
  ['Dr. med. univ.', true],
  ['Dr med. univ', true],
  ['PhD', true],
  ['Ph.D.', true],
  ['B.Sc.', true],
  ['Dott.ssa', true],
  ['Mag.', true],
  ['Mag', false],
  ['MED', false],
  ['Dr med', false],
  ['M.A.', false],
  ['Dr. Anna', false],
  ['Anna Dr.', false],
  ['Anna', false],
  ['', true],
])('%j is a title alone: %s', (word, is) => {
  expect(isTitle(word)).toBe(is);
});

it.each([
  ['PhD', true],
  ['MA', true],
  ['Ma', false],
  ['M.A.', true],
  ['m.a.', true],
  ['ma', false],
  ['V', true],
  ['v', false],
  ['MA MBA', true],
  ['Dr. MA', true],
  ['MA  CFA', true],
  ['MA Anna', false],
  ['Anna MA', false],
  ['Dr. Anna', false],
  ['Jonas', false],
])('%j behind a comma is a title: %s', (words, is) => {
  expect(isSuffix(words)).toBe(is);
});
