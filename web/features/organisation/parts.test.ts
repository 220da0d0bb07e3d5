import { expect, it } from 'vitest';
import { partsFor } from './parts.ts';

it('stewards set things up, the works council reads the log, everybody sees who looks after this', () => {
  expect(partsFor(['steward'])).toEqual(['overview', 'people', 'roles', 'facts', 'mail', 'tokens']);
  expect(partsFor(['works-council'])).toEqual(['log', 'roles']);
  expect(partsFor([])).toEqual(['roles']);
});

it('nobody who sets things up reads the log', () => {
  expect(partsFor(['steward', 'works-council'])).not.toContain('log');
});
