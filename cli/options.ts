import { Problem } from './problem.ts';

/** What was typed after a command: free words, and options by name. */
export interface Typed {
  words: string[];
  values: Map<string, string>;
  flags: Set<string>;
}

/** Sorts arguments into words, `--name value` (or `--name=value`) and flags; anything else is a problem. */
export function readOptions(args: readonly string[], valued: readonly string[], flags: readonly string[]): Typed {
  const typed: Typed = { words: [], values: new Map(), flags: new Set() };
  const waiting = [...args];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    if (!arg.startsWith('-') || arg === '-') {
      typed.words.push(arg);
      continue;
    }
    const [option = '', inline] = splitOnce(arg);
    const name = option.replace(/^--?/, '');
    if (flags.includes(name) && inline === undefined) {
      typed.flags.add(name);
      continue;
    }
    if (!valued.includes(name) || !option.startsWith('--')) {
      throw new Problem(`unknown option ${arg}. Run with --help to see what there is.`);
    }
    if (typed.values.has(name)) throw new Problem(`--${name} is given twice. Give it once.`);
    const value = inline ?? waiting.shift();
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      throw new Problem(`--${name} needs a value after it.`);
    }
    typed.values.set(name, value);
  }
  return typed;
}

function splitOnce(arg: string): [string, string | undefined] {
  const at = arg.indexOf('=');
  return at === -1 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

/** A whole number option within limits. */
export function wholeNumber(typed: Typed, name: string, range: { low: number; high: number; usual: number }): number {
  const text = typed.values.get(name);
  if (text === undefined) return range.usual;
  const number = /^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(number) || number < range.low || number > range.high) {
    const limits = range.high === Number.MAX_SAFE_INTEGER ? '' : ` from ${range.low} to ${range.high}`;
    throw new Problem(`--${name} ${text}: give a whole number${limits}.`);
  }
  return number;
}
