import { defineConfig } from 'vitest/config';
import { checkedIndexes } from './test/helpers/checked-indexes.ts';

const common = { environment: 'node', testTimeout: 30_000, hookTimeout: 60_000 } as const;

/** Four suites: `pure` needs nothing, `server` needs PostgreSQL, `deep` holds the long sweeps, `trust` the attacks. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [checkedIndexes()],
        test: {
          ...common,
          name: 'pure',
          include: ['{engine,contract,cli,web,scripts}/**/*.test.ts', 'server/**/*.rules.test.ts'],
          exclude: ['**/*.deep.test.ts'],
        },
      },
      {
        test: {
          ...common,
          name: 'server',
          include: ['{server,test}/**/*.test.ts'],
          exclude: ['**/*.rules.test.ts', '**/*.deep.test.ts', 'test/e2e/**'],
          globalSetup: ['test/helpers/global-setup.ts'],
          maxWorkers: 2,
        },
      },
      {
        plugins: [checkedIndexes()],
        test: {
          ...common,
          name: 'deep',
          include: ['**/*.deep.test.ts'],
          exclude: ['node_modules/**'],
          globalSetup: ['test/helpers/global-setup.ts'],
          testTimeout: 1_800_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...common,
          name: 'trust',
          include: ['test/trust/**/*.attack.ts'],
          globalSetup: ['test/helpers/global-setup.ts'],
          maxWorkers: 2,
        },
      },
    ],
  },
});
