import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { databaseAddress } from './database-address.rules.ts';

const BASE = 'postgres://loam:secret@db.example.test:5432/loam';

describe('an address of a database', () => {
  it.each([
    ['', ''],
    ['?sslmode=disable', '?sslmode=disable'],
    ['?sslmode=no-verify', '?sslmode=no-verify'],
    ['?sslmode=verify-full', '?sslmode=verify-full'],
    ['?sslmode=require', '?sslmode=require&uselibpqcompat=true'],
    ['?sslmode=require&channel_binding=require', '?sslmode=require&channel_binding=require&uselibpqcompat=true'],
    ['?sslmode=verify-ca&sslrootcert=ca.pem', '?sslmode=verify-ca&sslrootcert=ca.pem&uselibpqcompat=true'],
    ['?sslmode=verify-full&sslrootcert=system', '?sslmode=verify-full'],
  ])('with %s is read as libpq reads it', (pasted, meant) => {
    expect(databaseAddress(BASE + pasted)).toEqual({ address: BASE + meant });
  });

  it.each([
    ['postgres://loam:a/b@host/loam', 'encoded form'],
    ['postgres://loam:a%zz@host/loam', 'encoded form'],
    ['postgres://loam:a@host/loam#b', '%23'],
    ['mysql://loam:a@host/loam', 'postgres://'],
    ['postgres://loam:a@host', 'names no database'],
    [`${BASE}?sslmode=prefer`, 'sslmode=prefer'],
    [`${BASE}?sslmode=verify-ca`, 'sslrootcert'],
  ])('such as %s is refused in a sentence', (pasted, words) => {
    expect(databaseAddress(pasted)).toEqual({ problem: expect.stringContaining(words) });
  });

  it('keeps any password that is encoded', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (password) => {
        const read = databaseAddress(`postgres://loam:${encodeURIComponent(password)}@host/loam`);
        expect('address' in read && decodeURIComponent(new URL(read.address).password)).toBe(password);
      }),
    );
  });
});

it('a database may be called by one letter, not by none', () => {
  expect(databaseAddress('postgresql://loam:a@host/x')).toEqual({ address: 'postgresql://loam:a@host/x' });
  expect(databaseAddress('postgres://loam:a@host/')).toEqual({ problem: expect.stringContaining('names no database') });
});
