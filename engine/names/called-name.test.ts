import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calledName } from './called-name.ts';

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
