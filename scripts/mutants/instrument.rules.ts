import { type Node, parseSync, Visitor } from 'oxc-parser';
import type { Mutation } from './mutations.rules.ts';

/** A mutation under the number by which a run switches it on. */
export type Mutant = Mutation & { id: number; path: string };

// Mutants wait in the code until their number is called; a loop without end is ended.
const HEAD = 'const __mutants = globalThis.__mutants;';

/** The text of a file in which each mutant can be switched on, and every loop can be ended. */
export function instrumented(path: string, text: string, mutants: readonly Mutant[]): string {
  const loops = loopBodiesIn(path, text);
  if (loops.length + mutants.length === 0) return text;
  const body = withMutants(text, { start: 0, end: text.length }, mutants, loops);
  // Lines stay where they are.
  return `${HEAD} ${body}`;
}

interface Range {
  start: number;
  end: number;
}

const isInside = (inner: Range, outer: Range): boolean => inner.start >= outer.start && inner.end <= outer.end;
const isSame = (one: Range, other: Range): boolean => one.start === other.start && one.end === other.end;

/** The text of a range: its outermost mutants one after the other, loops' bodies marked. */
function withMutants(text: string, range: Range, mutants: readonly Mutant[], loops: readonly Range[]): string {
  const inside = mutants.filter((each) => isInside(each, range)).sort((a, b) => a.start - b.start || b.end - a.end);
  let out = '';
  let at = range.start;
  const copy = (to: number) => {
    for (const loop of loops) {
      if (loop.start < at || loop.start >= to) continue;
      out += `${text.slice(at, loop.start + 1)} __mutants.tick();`;
      at = loop.start + 1;
    }
    out += text.slice(at, to);
    at = to;
  };
  for (const mutant of inside) {
    if (mutant.start < at) continue;
    copy(mutant.start);
    const here = inside.filter((each) => isSame(each, mutant));
    const deeper = inside.filter((each) => isInside(each, mutant) && !isSame(each, mutant));
    const original = withMutants(text, mutant, deeper, loops);
    const cases = here.map(({ id, text: other }) => `__mutants.is(${id}) ? (${other}) : `);
    out += `(${cases.join('')}(${original}))`;
    at = mutant.end;
  }
  copy(range.end);
  return out;
}

/** Blocks that loops run through. */
function loopBodiesIn(path: string, text: string): Range[] {
  const bodies: Range[] = [];
  const note = ({ body }: { body: Node }) => {
    if (body.type === 'BlockStatement') bodies.push({ start: body.start, end: body.end });
  };
  const { program } = parseSync(path, text);
  const loops = { ForStatement: note, WhileStatement: note, DoWhileStatement: note };
  new Visitor(loops).visit(program);
  return bodies.sort((a, b) => a.start - b.start);
}
