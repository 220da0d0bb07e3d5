import { expect, it } from 'vitest';
import { shownToSender } from './stored.rules.ts';

it('whoever asked sees a "not now" as no answer yet', () => {
  expect(['waiting', 'yes', 'not-now', 'withdrawn'].map(shownToSender)).toEqual([
    'waiting',
    'yes',
    'waiting',
    'withdrawn',
  ]);
});
