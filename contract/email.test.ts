import { describe, expect, it } from 'vitest';
import { emailAddress, emailDomain } from './common.ts';
import { domainOf, emailOf } from './email.ts';

describe('an address', () => {
  it.each([
    [' Ana.Sousa@Example.Test ', 'ana.sousa@example.test'],
    ['vera@xn--e1afmkfd.xn--p1ai', 'vera@xn--e1afmkfd.xn--p1ai'],
    ['vera@ПРИМЕР.рф', 'vera@xn--e1afmkfd.xn--p1ai'],
    ['jo@bu\u0308ro.test', 'jo@xn--bro-hoa.test'],
    ['jo@büro.test', 'jo@xn--bro-hoa.test'],
    ["o'neil+x@mail.example.test", "o'neil+x@mail.example.test"],
    ['pia_partner.example#ext#@nordkai.test', 'pia_partner.example#ext#@nordkai.test'],
    ['a@例え。テスト', 'a@xn--r8jz45g.xn--zckzah'],
  ])('%s is kept as %s', (text, kept) => {
    expect(emailOf(text)).toBe(kept);
    expect(emailAddress.parse(text)).toBe(kept);
    expect(emailOf(kept)).toBe(kept);
  });

  it.each([
    'a@b',
    '@x.test',
    'a@x..test',
    'a b@x.test',
    '.a@x.test',
    'a..b@x.test',
    'a@x.test:80',
    'a@x.test/b',
    'a@1.2.3.4',
    'a@[1.2.3.4]',
    'я@пример.рф',
    'a@x.test,b@x.test',
    `${'a'.repeat(65)}@x.test`,
    `a@${'b'.repeat(60)}.${'c'.repeat(70)}.${'d.'.repeat(80)}test`,
    'a@-x.test',
    '',
  ])('%j is none', (text) => {
    expect(emailOf(text)).toBeUndefined();
    expect(emailAddress.safeParse(text).success).toBe(false);
  });
});

it('a domain of a join link is kept as its addresses are', () => {
  expect(domainOf('Büro.Test')).toBe('xn--bro-hoa.test');
  expect(emailDomain.parse(' Example.ORG ')).toBe('example.org');
  expect(emailDomain.parse('пример.рф')).toBe('xn--e1afmkfd.xn--p1ai');
  expect(emailDomain.safeParse('example').success).toBe(false);
});
