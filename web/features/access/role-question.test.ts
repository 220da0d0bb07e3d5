import { expect, it } from 'vitest';
import { questionOf } from './role-question.ts';

const council = { role: 'works-council', isConfirmed: true, personId: 'ana' } as const;

it('each way in which a role goes has a question of its own', () => {
  expect(questionOf({ role: 'steward', isConfirmed: true, personId: 'ana' }, 'ana')).toBe('steward');
  expect(questionOf(council, 'ana')).toBe('mine');
  expect(questionOf(council, 'ben')).toBe('works-council');
  expect(questionOf({ ...council, isConfirmed: false }, 'ben')).toBe('proposal');
});
