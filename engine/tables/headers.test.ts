import { expect, it } from 'vitest';
import { isOfAnother, isPrivate, readingsOf } from './headers.ts';

it.each([
  ['Home Department Description', 'department', 2],
  ['Work Contact: Work Email', 'workemail', 1],
  ['Legal Name - First Name', 'firstname', 1],
  ['Email Address [Required]', 'emailaddress', 0],
  ['user.firstName', 'firstname', 0],
  ['employee_job_title', 'jobtitle', 2],
  ['メールアドレス（会社）', 'メールアドレス', 0],
  ['役職名', '役職', 2],
  ['Förnamn', 'fornamn', 0],
  ['Name / Nom', 'nom', 1],
])('%s may be read as %s', (header, text, step) => {
  expect(readingsOf(header)).toContainEqual({ text: text.normalize('NFKD').replaceAll(/\p{M}/gu, ''), step });
});

it('knows what speaks of somebody else, and of private addresses', () => {
  expect(['Manager Email', 'E-Mail Vorgesetzter', 'Emergency contact', 'Email chef'].every(isOfAnother)).toBe(true);
  expect(['Email', 'Name', 'Leader programme'].some(isOfAnother)).toBe(false);
  expect(['Personal email', 'E-Mail privat', '個人メール', 'Recovery Email'].every(isPrivate)).toBe(true);
  expect(['Personalnummer', 'Work email'].some(isPrivate)).toBe(false);
});
