import type { z } from 'zod';
import type { Random } from '#engine/random.ts';

/** Ids, addresses and words that exist, by the name of the field that takes them. */
export interface Known {
  ids(field: string): readonly string[];
  words(field: string): readonly unknown[] | undefined;
}

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined => items[random.below(items.length)];
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** The definition below a schema of zod, whose parts its types do not name. */
function definitionOf(schema: unknown): Record<string, unknown> {
  const inner = isObject(schema) ? schema._zod : undefined;
  const definition = isObject(inner) ? inner.def : undefined;
  return isObject(definition) ? definition : {};
}

/** A value that a schema takes, with ids of things there are; mostly one that the endpoint can carry out. */
export function valueFor(schema: unknown, known: Known, random: Random, field = ''): unknown {
  const words = known.words(field);
  const definition = definitionOf(schema);
  const inner = () => valueFor(definition.innerType, known, random, field);
  if (['optional', 'default', 'prefault'].includes(String(definition.type)))
    return random.below(3) === 0 ? undefined : inner();
  if (definition.type === 'nullable') return random.below(4) === 0 ? null : inner();
  if (words) return pick(random, words);
  return plainValue(definition, schema, { known, random, field });
}

interface Setting {
  known: Known;
  random: Random;
  field: string;
}

function plainValue(definition: Record<string, unknown>, schema: unknown, setting: Setting): unknown {
  const { known, random, field } = setting;
  const deeper = (inner: unknown, name = field) => valueFor(inner, known, random, name);
  const options = isList(definition.options) ? definition.options : [];
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(isObject(definition.shape) ? definition.shape : {})
          .map(([name, part]): [string, unknown] => [name, deeper(part, name)])
          .filter(([, value]) => value !== undefined),
      );
    case 'array':
      return Array.from({ length: 1 + random.below(3) }, () => deeper(definition.element));
    case 'enum':
      return pick(random, Object.values(isObject(definition.entries) ? definition.entries : {}));
    case 'literal':
      return pick(random, isList(definition.values) ? definition.values : []);
    case 'union':
      return deeper(pick(random, options));
    case 'pipe':
      return deeper(definition.in);
    case 'boolean':
      return random.below(2) === 0;
    case 'file':
      return new File(['name,email\nAna,ana@example.test'], 'people.csv', { type: 'text/csv' });
    case 'date':
      return new Date(Date.UTC(2026, 10, 24 + random.below(9), 10)).toISOString();
    case 'number':
      return numberFor(schema, random);
    case 'string':
      return textFor(definition, setting);
    default:
      return `word ${random.below(99)}`;
  }
}

function numberFor(schema: unknown, random: Random): number {
  const limit = (name: string, other: number) => {
    const value = isObject(schema) ? schema[name] : undefined;
    return typeof value === 'number' && Math.abs(value) < 1e6 ? value : other;
  };
  const least = limit('minValue', 0);
  return least + random.below(limit('maxValue', least + 40) - least + 1);
}

function textFor(definition: Record<string, unknown>, { known, random, field }: Setting): string {
  const format = String(definition.format ?? '');
  if (format === 'uuid') return pick(random, known.ids(field)) ?? '';
  if (format === 'email') return `p${random.below(40)}@example.test`;
  if (format === 'date') return new Date(Date.UTC(2026, 10, 20 + random.below(30))).toISOString().slice(0, 10);
  return pick(random, ['Coffee', 'Sales', 'p', `word ${random.below(999)}`, 'Grüße 💧', '']) ?? '';
}

export type Schema = z.ZodType;
