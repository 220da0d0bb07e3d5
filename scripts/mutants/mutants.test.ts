import { describe, expect, it } from 'vitest';
import { instrumented } from './instrument.rules.ts';
import { mutationsIn } from './mutations.rules.ts';

const changesOf = (text: string): string[] =>
  mutationsIn('a.ts', text).map(({ start, end, text: other }) => text.slice(0, start) + other + text.slice(end));

describe('mutations', () => {
  it.each<[string, string[]]>([
    ['a + b;', ['(a) - (b);']],
    ['a < b;', ['(a) <= (b);', '(a) >= (b);']],
    ['a ?? b;', ['(a) && (b);']],
    ['a += b;', ['undefined;', 'a -= b;']],
    ['i++;', ['i--;']],
    ['!a;', ['(a);']],
    ['let a = 2;', ['let a = 3;']],
    ['let a = true;', ['let a = false;']],
    ["let a = 'x';", ["let a = '';"]],
    ['a ? b : c;', ['(a) ? (c) : (b);', 'true ? b : c;', 'false ? b : c;']],
    ['if (a) b = c;', ['if (true) b = c;', 'if (false) b = c;', 'if (!(a)) b = c;', 'if (a) undefined;']],
    ['f(a);', ['undefined;']],
    ['let a = b.toSorted(c);', ['let a = (b);']],
    ['let a = Math.min(b, c);', ['let a = Math.max(b, c);']],
    ['let a = b.every(c).d;', ['let a = b.some(c).d;']],
  ])('of %s', (text, wanted) => {
    expect(changesOf(text)).toEqual(wanted);
  });

  it('leave types, names and parts of an optional chain alone', () => {
    const untouched = [
      "import { a } from 'b';",
      "type A = 'x' | 2;",
      "let a: 'x';",
      "export { a } from 'b';",
      "let a = { b: c, 'd': e };",
      'let a = b?.c.filter(d);',
      'let a = b.toString();',
      'class A extends B { constructor() { super(); } }',
    ];
    expect(untouched.flatMap(changesOf)).toEqual([]);
  });
});

describe('an instrumented file', () => {
  const text =
    'const f = (n) => {\n  let sum = 0;\n  for (let i = 1; i <= n; i++) {\n    sum += i > 2 ? i * 2 : 1;\n  }\n  return sum;\n};\n';
  const mutants = mutationsIn('a.ts', text).map((each, id) => ({ ...each, id, path: 'a.ts' }));
  const code = instrumented('a.ts', text, mutants);
  // The value of the last statement, with one mutant on.
  const run = (source: string, active: number): unknown => {
    const switched = { is: (id: number) => id === active, tick: () => undefined };
    return new Function('globalThis', `${source}return f(4);`)({ __mutants: switched });
  };

  it('does what the file does while every mutant is off', () => {
    expect(run(code, -1)).toBe(run(text, -1));
    expect(code.split('\n').length).toBe(text.split('\n').length);
  });

  it('does what each mutant does while it is on', () => {
    const ends = mutants.filter(({ text: other }) => !other.includes('--') && other !== 'i -= 1');
    expect(ends.length).toBeGreaterThan(8);
    for (const { id, start, end, text: other } of ends)
      expect(run(code, id), other).toBe(run(text.slice(0, start) + other + text.slice(end), -1));
  });

  it('can be ended in a loop', () => {
    const ended = () => {
      throw new Error('ended');
    };
    const on = { is: () => false, tick: ended };
    expect(() => new Function('globalThis', `${code}return f(4);`)({ __mutants: on })).toThrow('ended');
  });
});
