import { expect, it } from 'vitest';
import { mailDraftOf, mailInputOf, withPort } from './mail-draft.ts';

const saved = { host: 'mail.example', port: 465, secure: true, from: 'loam@mail.example' };

it('fields begin empty, or as it is saved; a password is never shown', () => {
  const empty = { host: '', port: 587, secure: false, from: '', user: '', ca: '', password: '' };
  expect(mailDraftOf(null)).toEqual(empty);
  expect(mailDraftOf({ ...saved, user: 'loam' })).toEqual({ ...saved, user: 'loam', ca: '', password: '' });
});

it('what is left empty is not sent', () => {
  expect(mailInputOf(mailDraftOf(saved))).toEqual(saved);
  const typed = { ...mailDraftOf(saved), host: ' mail.example ', user: ' loam ', password: ' p w ', ca: ' cert ' };
  expect(mailInputOf(typed)).toEqual({ ...saved, user: 'loam', password: ' p w ', ca: 'cert' });
});

it('a well-known port says when encryption begins, any other one nothing', () => {
  expect(withPort(465)).toEqual({ port: 465, secure: true });
  expect(withPort(587)).toEqual({ port: 587, secure: false });
  expect(withPort(25)).toEqual({ port: 25, secure: false });
  expect(withPort(2525)).toEqual({ port: 2525 });
});
