import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareName, calledName, plainName } from './called-name.ts';

describe('what a person is called', () => {
  it.each([
    ['Amara Okafor', 'Amara'],
    ['Madonna', 'Madonna'],
    ['Dr. Anna Weiß', 'Anna'],
    ['Prof. Dr. Ulf Meyer', 'Ulf'],
    ['Prof. Dr.-Ing. Ulf Meyer', 'Ulf'],
    ['Dipl.-Ing. Eva Roth', 'Eva'],
    ['Dr.med. Eva Roth', 'Eva'],
    ['Mr Tom Hale', 'Tom'],
    ['Frau Eva Roth', 'Eva'],
    ['Kock, Arne', 'Arne'],
    ['Kock, Arne (Foundry)', 'Arne'],
    ['Kock, Dr. Arne', 'Arne'],
    ['Arne Kock (Foundry)', 'Arne'],
    ['Arne Kock [external]', 'Arne'],
    ['Eva Roth, PhD', 'Eva'],
    ['Weber, Jonas, Dr.', 'Jonas'],
    ['Don Draper', 'Don'],
    ['Ma Li', 'Ma'],
    ['Mag. Eva Roth', 'Eva'],
    ['Smith, John, Jr.', 'John'],
    ['Ford, Henry, III', 'Henry'],
    ['Okafor, Amara, MBA, PhD', 'Amara'],
    ['Ana Sousa, MA', 'Ana'],
    ['Okafor,Amara B', 'Amara'],
    ['MARTIN Claire', 'Claire'],
    ['DE LA CRUZ María', 'María'],
    ['LI Wei', 'LI Wei'],
    ['ANA SOUSA', 'ANA'],
    ['Md Rahman', 'Md'],
    ['Ветрова Ольга Ивановна', 'Ольга'],
    ['Ольга Ветрова', 'Ольга'],
    ['Jonas Berg (On Leave) (21001)', 'Jonas'],
    ['Jean-Pierre Roux', 'Jean-Pierre'],
    ['Zoë "Zed" O\'Neil', 'Zoë'],
    ['Nguyễn Thị Lan', 'Lan'],
    ['髙橋 美咲', '髙橋 美咲'],
    ['김민준', '김민준'],
    ['משה כהן', 'משה'],
    ['J. R. Hartley', 'J. R. Hartley'],
    ['van der Berg', 'van der Berg'],
    ['  Ana   Sousa ', 'Ana'],
    ['Dr.', 'Dr.'],
    ['Dr. (Foundry)', 'Dr.'],
    ['Dr. Prof.', 'Prof.'],
    ['Madonna (Foundry)', 'Madonna'],
    ['()', '()'],
    [' () ', '()'],
    ['LEE Anna', 'Anna'],
    ['LI WU Anna', 'Anna'],
    ['LI Anna Maria', 'LI Anna Maria'],
    ['LEE Anna Maria', 'Anna'],
    ['O’NEIL Sam', 'Sam'],
    ['J Hartley', 'J Hartley'],
    ['Jo Hartley', 'Jo'],
    ['Wei 王', 'Wei'],
    ['NGUYỄN Thị Lan', 'Lan'],
    ['Nguyễn Lan'.normalize('NFD'), 'Lan'],
    ['Lan Nguyễn', 'Lan'],
    ['Petrov Ivan Ivanovich', 'Petrov'],
    ['Ольга Ивановна', 'Ольга'],
    ['Ольга Ивановна Ветрова', 'Ольга'],
    ['Ветрова Ольга Анна Ивановна', 'Ветрова'],
    ['Prof. Ветрова Ольга Ивановна', 'Ольга'],
  ])('%s is %s', (name, called) => {
    expect(calledName(name)).toBe(called);
  });

  it('is never empty and never more than the name, its comma turned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const name = `${text} x`.trim();
        const called = calledName(name);
        expect(called).not.toBe('');
        expect(called.length).toBeLessThanOrEqual(name.length);
      }),
    );
  });
});

it.each([
  ['Kock, Arne', 'Arne Kock'],
  ['Kock,Arne', 'Arne Kock'],
  [' Kock ,  Arne  B ', 'Arne B Kock'],
  ['Kock, Arne, Bert', 'Kock'],
  ['Kock, Arne, PhD', 'Arne Kock'],
  ['PhD, Eva', 'Eva'],
  ['MA, Li', 'Li MA'],
  ['Kock, MA', 'Kock'],
  [', Eva', 'Eva'],
  ['Dr., PhD', 'Dr., PhD'],
  ['Arne{x}Kock', 'Arne Kock'],
  ['Arne [x] (y) Kock', 'Arne Kock'],
  ['Arne Kock (Foundry', 'Arne Kock (Foundry'],
  ['', ''],
])('%j is plainly %j', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it.each([
  ['Weber, Dr. Jonas (Foundry)', 'Jonas Weber'],
  ['Jonas Weber PhD', 'Jonas Weber'],
  ['Dr. Dr. Jonas Weber MBA PhD', 'Jonas Weber'],
  ['Dr. Jonas Dr. Weber', 'Jonas Dr. Weber'],
  ['Madonna', 'Madonna'],
  ['Dr.', 'Dr.'],
  ['Dr. PhD', 'PhD'],
  ['Eva Dr.', 'Eva'],
])('%j is barely %j', (name, bare) => {
  expect(bareName(name)).toBe(bare);
});
