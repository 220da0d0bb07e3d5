import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainOf, MOST_ADDRESSES, readAddresses } from './read-addresses.ts';

describe('readAddresses', () => {
  it('reads what people paste', () => {
    const text =
      'Ana Sousa <Ana.Sousa@meridian.example>; li@meridian.example,\njonas@meridian.example.\tmailto:mei@meridian.example';
    expect(readAddresses(text)).toEqual({
      found: ['ana.sousa@meridian.example', 'li@meridian.example', 'jonas@meridian.example', 'mei@meridian.example'],
      unread: [],
    });
  });

  it('takes each address once, in any case', () => {
    expect(readAddresses('li@a.example LI@a.example').found).toEqual(['li@a.example']);
  });

  it('points out what is mistyped, and leaves names alone', () => {
    expect(readAddresses('Li Wei li@meridian @nobody jonas@a..example')).toEqual({
      found: [],
      unread: ['li@meridian', '@nobody', 'jonas@a..example'],
    });
  });

  it('finds every address again, whatever stands between', () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z0-9]{1,12}$/), fc.stringMatching(/^[a-z]{2,10}$/))
      .map(([name, domain]) => `${name}@${domain}.example`);
    fc.assert(
      fc.property(
        fc.uniqueArray(address),
        fc.constantFrom('\n', ', ', '; ', '\t', ' ', '>, <'),
        (addresses, between) => {
          expect(readAddresses(addresses.join(between)).found).toEqual(addresses);
        },
      ),
    );
  });
});

it('a domain is what stands behind the @', () => {
  expect(domainOf('meridian.example')).toBe('meridian.example');
  expect(domainOf(' Ana@Meridian.Example ')).toBe('meridian.example');
});

it('sends to two hundred at once, and takes signs at the edges for none', () => {
  expect(MOST_ADDRESSES).toBe(200);
  expect(readAddresses('"li@a.example"|(mei@a.example). ANA@A.EXAMPLE: MAILTO:jo@a.example')).toEqual({
    found: ['li@a.example', 'mei@a.example', 'ana@a.example', 'jo@a.example'],
    unread: [],
  });
  expect(readAddresses('LI@meridian li@Meridian').unread).toEqual(['li@meridian']);
  expect(readAddresses(' ')).toEqual({ found: [], unread: [] });
});
