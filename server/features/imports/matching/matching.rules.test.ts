import { expect, it } from 'vitest';
import { fakeDirectory } from '#server/ports/directory.fake.ts';
import { member } from '#test/helpers/member.ts';
import type { DirectoryPerson } from './known-directory.rules.ts';
import { matchEntries } from './matching.rules.ts';

const matched = (people: DirectoryPerson[], ...entries: { email: string; name: string; externalId?: string }[]) =>
  matchEntries(people, fakeDirectory(entries).read(), { newId: () => 'new' }).matches.map(({ personId }) => personId);

it('knows somebody by an id whose case changed, unless two differ by case alone', () => {
  const entry = { email: 'other@x.test', name: 'Ana', externalId: 'q-1' };
  expect(matched([member('ana', { externalId: 'Q-1' })], entry)).toEqual(['ana']);
  const two = [member('ana', { externalId: 'Q-1' }), member('bo', { externalId: 'q-1' })];
  expect(matched(two, entry)).toEqual(['bo']);
  expect(matched(two, { ...entry, externalId: 'Q-1' })).toEqual(['ana']);
});

it('knows somebody by an address kept in another form of the same domain', () => {
  expect(matched([member('ana', { email: 'ana@büro.test' })], { email: 'ana@xn--bro-hoa.test', name: 'Ana' })).toEqual([
    'ana',
  ]);
});
