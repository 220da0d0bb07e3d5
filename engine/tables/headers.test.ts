import { expect, it } from 'vitest';
import { foldedHeader, isOfAnother, isPrivate, readingsOf } from './headers.ts';

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

it.each([
  ['Büro-Größe', 'buerogroesse'],
  ['Ärztin', 'aerztin'],
  ['Büro'.normalize('NFD'), 'buero'],
  ['Førstenavn', 'forstenavn'],
  ['Åpent', 'apent'],
  ['Æra', 'aera'],
  ['Łódź', 'lodz'],
  ['# of', 'numberof'],
  ['이름', '이름'],
  ['ＩＤ', 'id'],
  ['', ''],
])('%s is folded to %s', (header, folded) => {
  expect(foldedHeader(header)).toBe(folded);
});

it.each<[string, [string, number][]]>([
  ['', []],
  ['Name', [['name', 0]]],
  [
    'Name (Nom)',
    [
      ['namenom', 0],
      ['name', 0],
      ['nom', 1],
    ],
  ],
  [
    'Büro',
    [
      ['buero', 0],
      ['buro', 0],
    ],
  ],
  [
    'City or Town|Ort - Stadt',
    [
      ['cityortownortstadt', 0],
      ['city', 1],
      ['town', 1],
      ['ort', 1],
      ['stadt', 1],
    ],
  ],
  [
    'workTitle',
    [
      ['worktitle', 0],
      ['work', 2],
      ['title', 2],
    ],
  ],
  [
    'Team Name Text',
    [
      ['teamnametext', 0],
      ['teamname', 2],
      ['team', 2],
    ],
  ],
  [
    '所属部署名',
    [
      ['所属部署名', 0],
      ['部署', 2],
    ],
  ],
])('reads %j the nearest way first, each text once', (header, readings) => {
  expect(readingsOf(header).map(({ text, step }) => [text, step])).toEqual(readings);
});

it('reads no more than 120 signs of a header', () => {
  expect(readingsOf('x'.repeat(121))).toEqual(readingsOf('x'.repeat(120)));
  expect(readingsOf('x'.repeat(120))[0]?.text).toHaveLength(120);
});
