import { expect, it } from 'vitest';
import { leavingOf } from './leaving.ts';

it('only the server’s question tells how many would leave', () => {
  expect(leavingOf({ code: 'imports.needs-confirmation', data: { gone: 12 } })).toBe(12);
  expect(leavingOf({ code: 'imports.outdated', data: { gone: 12 } })).toBeUndefined();
  expect(leavingOf({ code: 'imports.needs-confirmation', data: { gone: 'many' } })).toBeUndefined();
  expect(leavingOf({ code: 'imports.needs-confirmation' })).toBeUndefined();
  expect(leavingOf(null)).toBeUndefined();
});
