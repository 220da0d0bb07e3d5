import { type ArrowFunctionExpression, type Function as FunctionNode, type Node, parseSync, Visitor } from 'oxc-parser';

/** A file of the project: its path from the root, with slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface FunctionFacts {
  name: string;
  lines: number;
  parameters: number;
  isComponent: boolean;
}

/** What the laws ask of a file, read off its syntax tree. */
export interface SourceFacts {
  path: string;
  lines: number;
  /** Specifiers of all imports and re-exports, types and `import()` included; null where one is reckoned. */
  imports: (string | null)[];
  functions: FunctionFacts[];
  exports: string[];
  /** Tables written, by a query builder or by SQL. */
  writes: string[];
  /** Whether SQL stands in it, as a tagged text or by a query builder. */
  hasSql: boolean;
  /** Clocks, chance, the process, the network: what thought may not lean on. */
  globals: string[];
  /** `any`, `!` and casts but `as const`. */
  loose: ('any' | '!' | 'cast')[];
}

const WRITERS = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const READERS = new Set(['selectFrom', 'selectNoFrom', ...WRITERS]);
const WRITING_SQL = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+((?:auth\.)?[a-z_]+)/gi;
const OUTSIDE = new Set(['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance', 'crypto']);
const CLOCKS = new Set(['Date.now', 'Math.random', 'Temporal.Now']);

type AnyFunction = FunctionNode | ArrowFunctionExpression;

/** Reads a file; throws where it is no TypeScript. */
export function readSource({ path, text }: SourceFile): SourceFacts {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineOf = lineFinder(text);
  const facts: SourceFacts = {
    ...{ path, lines: text.split('\n').length - 1, functions: [], exports: [] },
    ...{ imports: [], writes: [], hasSql: false, globals: [], loose: [] },
  };
  facts.imports.push(...module.staticImports.map(({ moduleRequest }) => moduleRequest.value));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, exportName } of entries) {
      if (moduleRequest) facts.imports.push(moduleRequest.value);
      else if (exportName.name !== null) facts.exports.push(exportName.name);
    }
  new Visitor({ ...importVisitor(facts), ...dataVisitor(facts), ...shapeVisitor(facts, lineOf) }).visit(program);
  return facts;
}

/** The line of a place in the text, from 1 on. */
type LineOf = (at: number) => number;

function lineFinder(text: string): LineOf {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

type Visits = ConstructorParameters<typeof Visitor>[0];

const textOf = (node: Node | null | undefined): string | null => {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
};

const importVisitor = (facts: SourceFacts): Visits => ({
  ImportExpression: ({ source }) => void facts.imports.push(textOf(source)),
  TSImportType: ({ source }) => void facts.imports.push(source.value),
});

const dataVisitor = (facts: SourceFacts): Visits => ({
  CallExpression: ({ callee, arguments: given }) => {
    if (callee.type === 'Identifier' && callee.name === 'require') facts.imports.push(textOf(given[0]));
    if (callee.type === 'Identifier' && OUTSIDE.has(callee.name)) facts.globals.push(callee.name);
    const verb =
      callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
    if (!READERS.has(verb)) return;
    facts.hasSql = true;
    const table = textOf(given[0]);
    if (WRITERS.has(verb) && table) facts.writes.push(table.split(' ')[0] ?? '');
  },
  TaggedTemplateExpression: ({ tag, quasi }) => {
    if (tag.type !== 'Identifier' || tag.name !== 'sql') return;
    facts.hasSql = true;
    const text = quasi.quasis.map(({ value }) => value.raw).join(' ? ');
    for (const [, table = ''] of text.matchAll(WRITING_SQL))
      if (!['set', 'of'].includes(table.toLowerCase())) facts.writes.push(table.toLowerCase());
  },
});

function shapeVisitor(facts: SourceFacts, lineOf: LineOf): Visits {
  const names = new Map<Node, string>();
  const note = (node: AnyFunction) => {
    const name = (node.type === 'ArrowFunctionExpression' ? null : node.id?.name) ?? names.get(node) ?? '';
    const lines = lineOf(node.end) - lineOf(node.start) + 1;
    facts.functions.push({
      ...{ name, lines, parameters: node.params.length },
      isComponent: /^[A-Z]/.test(name) && facts.path.endsWith('.tsx'),
    });
  };
  return {
    VariableDeclarator: ({ id, init }) => {
      if (init && id.type === 'Identifier') names.set(init, id.name);
    },
    Property: ({ key, value }) => {
      if (key.type === 'Identifier') names.set(value, key.name);
    },
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
    TSAnyKeyword: () => void facts.loose.push('any'),
    TSNonNullExpression: () => void facts.loose.push('!'),
    TSAsExpression: ({ typeAnnotation }) => {
      const isConst =
        typeAnnotation.type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const';
      if (!isConst) facts.loose.push('cast');
    },
    MemberExpression: ({ object, property }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (CLOCKS.has(name)) facts.globals.push(name);
      else if (OUTSIDE.has(object.name) || object.name === 'globalThis') facts.globals.push(object.name);
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        facts.globals.push('new Date()');
    },
  };
}
