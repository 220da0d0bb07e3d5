import { fail } from './errors.ts';
import { answerCalls } from './thread.ts';

/** What the thread of the test can do. */
export const verbs = {
  echo: async (value: unknown) => value,
  refuse: async (gone: number): Promise<void> => fail('imports.needs-confirmation', { gone }),
  breakDown: async (): Promise<void> => {
    throw new Error('the database is away');
  },
  die: async (): Promise<void> => process.exit(3),
  think: async (milliseconds: number): Promise<number> => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    return milliseconds;
  },
};

export type Verbs = typeof verbs;
answerCalls(verbs, async () => undefined);
