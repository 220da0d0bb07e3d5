import type { Reporter, TestModule } from 'vitest/node';
import { attackIds } from '#contract/evidence.ts';
import type { Outcome } from './attack.ts';

const rounded = (value: number): string => String(Number(value.toPrecision(4)));

function lineOf([id, { tried, succeeded, figures }]: [string, Outcome]): string {
  const measured = figures.map(({ name, value, most }) => `${name} ${rounded(value)} (at most ${rounded(most)})`);
  return `${id.padEnd(34)} ${String(tried).padStart(9)} ${String(succeeded.length).padStart(9)}  ${measured.join('; ')}`;
}

/** Prints one table of all attacks, and their sum as JSON; fails the run where an attack of the list is missing. */
export default class AttackReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const outcomes = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test): [string, Outcome][] => {
        const { attack } = test.meta();
        return attack ? [[test.name, attack]] : [];
      }),
    );
    if (outcomes.length === 0) return;
    const ran = new Set(outcomes.map(([id]) => id));
    const missing = attackIds.filter((id) => !ran.has(id));
    const sum = (count: (outcome: Outcome) => number) => outcomes.reduce((all, [, outcome]) => all + count(outcome), 0);
    const total = {
      attacks: outcomes.length,
      tried: sum(({ tried }) => tried),
      succeeded: sum((one) => one.succeeded.length),
    };
    const header = `${'attack'.padEnd(34)} ${'tried'.padStart(9)} ${'succeeded'.padStart(9)}  figures`;
    process.stdout.write(`\n${[header, ...outcomes.map(lineOf)].join('\n')}\n\n${JSON.stringify(total)}\n`);
    if (missing.length === 0) return;
    process.stdout.write(`Not run: ${missing.join(', ')}\n`);
    process.exitCode = 1;
  }
}
