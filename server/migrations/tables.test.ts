import { readFileSync } from 'node:fs';
import { parseSync, type TSSignature, type TSType } from 'oxc-parser';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';
import { OWNER_OF } from '../../scripts/house/laws.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

/** A column as `tables.ts` or the catalogue has it. */
interface Column {
  /** What a row holds: 'string', 'number', 'boolean', 'Date', 'Buffer', 'string[]', 'number[]' or 'json'. */
  holds: string;
  isNullable: boolean;
  /** Whether a new row may leave it out. */
  isOptional: boolean;
  isGenerated: boolean;
  /** The words that it may hold, sorted; empty where any may stand. */
  words: string[];
}

type Columns = Record<string, Column>;

const source = parseSync('tables.ts', readFileSync(new URL('./tables.ts', import.meta.url), 'utf8')).program.body;
const declared = source.map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node));

const textOf = (type: TSType): string =>
  type.type === 'TSTypeReference' && 'name' in type.typeName ? type.typeName.name : '';

/** The type that a name of the file stands for. */
function aliased(name: string): TSType | undefined {
  if (name in HELD) return undefined;
  const found = declared.find((node) => node?.type === 'TSTypeAliasDeclaration' && node.id.name === name);
  return found?.type === 'TSTypeAliasDeclaration' && !found.typeParameters ? found.typeAnnotation : undefined;
}

/** The members of a union, names of the file followed. */
function branches(type: TSType): TSType[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(branches);
  const alias = aliased(textOf(type));
  return alias ? branches(alias) : [type];
}

// Words that the database takes from whoever writes there.
const UNCHECKED = new Set(['workspace.language', 'programme_release_person.subject', 'auth.identity.issuer']);

// Of the sign-in library, and the list of migrations.
const LIBRARY = new Set([
  'migration',
  'auth.account',
  'auth.passkey',
  'auth.session',
  'auth.user',
  'auth.verification',
]);

/** Helpers of the file, and what a row holds of them. */
const HELD: Record<string, string> = { Record: 'json', Json: 'json', Day: 'string' };

const KEYWORDS: Record<string, string> = {
  ...{ TSStringKeyword: 'string', TSNumberKeyword: 'number', TSBooleanKeyword: 'boolean' },
  ...{ TSUnknownKeyword: 'json', TSNullKeyword: 'null', TSUndefinedKeyword: 'undefined', TSNeverKeyword: 'never' },
};

function kindOf(type: TSType): string {
  if (type.type === 'TSLiteralType') return typeof ('value' in type.literal ? type.literal.value : '');
  if (type.type === 'TSArrayType') return `${kindOf(type.elementType)}[]`;
  const name = textOf(type);
  return HELD[name] ?? KEYWORDS[type.type] ?? name;
}

const kindsOf = (type: TSType): string[] => branches(type).map(kindOf);

/** A column's type apart: what is read, what a new row gets, what a change gets; undefined where that is what is read. */
function partsOf(type: TSType): { select: TSType; insert?: TSType | undefined; update?: TSType | undefined } {
  const [select, insert, update] = type.type === 'TSTypeReference' ? (type.typeArguments?.params ?? []) : [];
  if (textOf(type) === 'ColumnType' && select) return { select, insert, update };
  return textOf(type).startsWith('Generated') && select ? { select } : { select: type };
}

function columnOf(type: TSType): Column {
  const { select, insert, update } = partsOf(type);
  const kinds = kindsOf(select);
  // `unknown` holds null as well: what may be written tells.
  const nullable = kinds.includes('json') && update ? update : select;
  const isNullable = kindsOf(nullable).includes('null');
  const given = kindsOf(insert ?? nullable);
  return {
    holds: [...new Set(kinds.filter((kind) => kind !== 'null'))].join(' | '),
    isNullable,
    isOptional:
      textOf(type).startsWith('Generated') || ['undefined', 'null', 'never'].some((kind) => given.includes(kind)),
    isGenerated: textOf(type) === 'GeneratedAlways',
    words: branches(select).flatMap(wordOf).sort(),
  };
}

const wordOf = (type: TSType): string[] =>
  type.type === 'TSLiteralType' && type.literal.type === 'Literal' && typeof type.literal.value === 'string'
    ? [type.literal.value]
    : [];

/** Columns that the properties of a type make, what it builds on first. */
function columnsOf(type: TSType): Columns {
  if (type.type === 'TSIntersectionType') return Object.assign({}, ...type.types.map(columnsOf));
  if (type.type === 'TSTypeReference') return inherited(textOf(type));
  return type.type === 'TSTypeLiteral' ? propertiesOf(type.members, columnOf) : {};
}

function inherited(name: string): Columns {
  const found = declared.find((node) => node?.type === 'TSInterfaceDeclaration' && node.id.name === name);
  if (found?.type !== 'TSInterfaceDeclaration') throw new Error(`tables.ts has no ${name}.`);
  const bases = found.extends.map(({ expression }) =>
    expression.type === 'Identifier' ? inherited(expression.name) : {},
  );
  return Object.assign({}, ...bases, propertiesOf(found.body.body, columnOf));
}

function propertiesOf<T>(members: readonly TSSignature[], read: (type: TSType) => T): Record<string, T> {
  const found = members.flatMap((member): [string, T][] => {
    if (member.type !== 'TSPropertySignature' || !member.typeAnnotation) return [];
    const name = member.key.type === 'Identifier' ? member.key.name : member.key.type === 'Literal' && member.key.value;
    return [[String(name), read(member.typeAnnotation.typeAnnotation)]];
  });
  return Object.fromEntries(found);
}

function tablesInTypes(): Record<string, Columns> {
  const tables = declared.find((node) => node?.type === 'TSInterfaceDeclaration' && node.id.name === 'Tables');
  return tables?.type === 'TSInterfaceDeclaration' ? propertiesOf(tables.body.body, columnsOf) : {};
}

const HOLDS: Record<string, string> = {
  ...{ uuid: 'string', text: 'string', date: 'string', 'uuid[]': 'string[]', 'text[]': 'string[]' },
  ...{ smallint: 'number', integer: 'number', 'smallint[]': 'number[]', boolean: 'boolean' },
  ...{ 'timestamp with time zone': 'Date', jsonb: 'json', bytea: 'Buffer' },
};

/** What `check (kind in ('a', 'b'))` allows. */
const wordsOf = (check: string): string[] =>
  /^CHECK \(\(\w+ = (?:ANY \(ARRAY\[[^\]]*\]\)|'[^']*'::text)\)\)$/.test(check)
    ? [...check.matchAll(/'([^']*)'/g)].map(([, word = '']) => word).sort()
    : [];

interface CatalogueRow {
  table: string;
  column: string;
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
  isGenerated: boolean;
  checks: string[];
}

async function tablesInCatalogue(): Promise<Record<string, Columns>> {
  const { rows } = await world.owner.query<CatalogueRow>(`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as "table", a.attname as "column",
      format_type(a.atttypid, null) as type, not a.attnotnull as "isNullable", a.atthasdef as "hasDefault",
      a.attgenerated <> '' as "isGenerated",
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  const tables: Record<string, Columns> = {};
  for (const { table, column, type, checks, isNullable, hasDefault, isGenerated } of rows) {
    const isOptional = isNullable || hasDefault;
    const words = checks.flatMap(wordsOf);
    tables[table] ??= {};
    tables[table][column] = { holds: HOLDS[type] ?? type, isNullable, isOptional, isGenerated, words };
  }
  return tables;
}

describe('row types', () => {
  it('name every table of ours, each with an owner', async () => {
    const [types, catalogue] = [tablesInTypes(), await tablesInCatalogue()];
    const ours = Object.keys(catalogue).filter((name) => !LIBRARY.has(name));
    expect(Object.keys(types).sort()).toEqual(ours.sort());
    expect(Object.keys(types).filter((name) => !OWNER_OF.has(name))).toEqual([]);
    expect([...OWNER_OF.keys()].filter((name) => !(name in catalogue))).toEqual([]);
  });

  it('have the columns of the catalogue, with what they hold and whether that may be nothing', async () => {
    const catalogue = await tablesInCatalogue();
    for (const [table, columns] of Object.entries(tablesInTypes())) {
      const shape = (of: Columns | undefined) =>
        Object.fromEntries(
          Object.entries(of ?? {}).map(([name, { holds, isNullable, isGenerated }]) => [
            name,
            `${holds}${isNullable ? ' or null' : ''}${isGenerated ? ', generated' : ''}`,
          ]),
        );
      expect(shape(columns), table).toEqual(shape(catalogue[table]));
    }
  });

  it('let a new row leave out only what the database fills in, and hold the words it allows', async () => {
    const catalogue = await tablesInCatalogue();
    const wrong = Object.entries(tablesInTypes()).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([name, { isOptional, words }]) => {
        const real = catalogue[table]?.[name];
        if (!real) return [`${table}.${name} is not there`];
        return [
          ...(isOptional && !real.isOptional && !real.isGenerated ? [`${table}.${name} must be given`] : []),
          ...(words.join() === real.words.join() || UNCHECKED.has(`${table}.${name}`)
            ? []
            : [`${table}.${name}: ${words} in the type, ${real.words} allowed`]),
        ];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
