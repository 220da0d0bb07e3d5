import {
  type ArrowFunctionExpression,
  type Function as FunctionNode,
  type Node,
  type ParamPattern,
  type ParseResult,
  parseSync,
  Visitor,
} from 'oxc-parser';
import { sqlIn } from './sql.rules.ts';

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
  /** Those of which more than types come in. */
  values: string[];
  functions: FunctionFacts[];
  exports: string[];
  /** Files handed on as a whole: `export *`. */
  handedOn: string[];
  /** Tables written, by a query builder or by SQL; '?' where the name is reckoned. */
  writes: string[];
  /** Whether SQL stands in it, as a text or by a query builder. */
  hasSql: boolean;
  /** Clocks, chance, the process, the network: what thought may not lean on. */
  globals: string[];
  /** `any`, `!`, `@ts-…` comments, and casts but `as const`. */
  loose: string[];
}

const WRITERS = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);
const READERS = new Set(['selectFrom', 'selectNoFrom', ...WRITERS]);
const OUTSIDE = new Set(['process', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance', 'crypto']);
const CHANCE = /^(?:random|generateKey|webcrypto|getRandomValues|\*)/;
const CLOCKS = new Set(['Date.now', 'Math.random', 'Temporal.Now']);

type AnyFunction = FunctionNode | ArrowFunctionExpression;

/** Reads a file; throws where it is no TypeScript. */
export function readSource({ path, text }: SourceFile): SourceFacts {
  const { program, module, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineOf = lineFinder(text);
  const facts: SourceFacts = {
    ...{ path, lines: text.replace(/\n$/, '').split('\n').length, functions: [], exports: [], handedOn: [] },
    ...{ imports: [], values: [], writes: [], hasSql: false, globals: [], loose: [] },
  };
  readModule(facts, module);
  for (const { value } of comments) {
    const [, silencer] = /^[*\s]*(@ts-(?:ignore|expect-error|nocheck))/.exec(value) ?? [];
    if (silencer) facts.loose.push(silencer);
  }
  for (const visits of [importVisitor, dataVisitor, worldVisitor, looseVisitor])
    new Visitor(visits(facts)).visit(program);
  new Visitor(shapeVisitor(facts, lineOf)).visit(program);
  return facts;
}

function readModule(facts: SourceFacts, { staticImports, staticExports }: ParseResult['module']): void {
  for (const { moduleRequest, entries } of staticImports) {
    facts.imports.push(moduleRequest.value);
    if (entries.length === 0 || entries.some(({ isType }) => !isType)) facts.values.push(moduleRequest.value);
    // Under whatever name: what makes SQL stands where SQL stands.
    for (const { importName, isType } of entries)
      if (!isType && moduleRequest.value === 'node:crypto' && CHANCE.test(importName.name ?? '*'))
        facts.globals.push(importName.name ?? '*');
    const isMaker = entries.some(({ importName, isType }) => !isType && importName.name === 'sql');
    if (moduleRequest.value === 'kysely' && isMaker) facts.hasSql = true;
  }
  for (const { moduleRequest, exportName, isType } of staticExports.flatMap(({ entries }) => entries)) {
    if (!moduleRequest) {
      if (exportName.name !== null) facts.exports.push(exportName.name);
      continue;
    }
    facts.imports.push(moduleRequest.value);
    if (!isType) facts.values.push(moduleRequest.value);
    if (exportName.kind === 'None') facts.handedOn.push(moduleRequest.value);
  }
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

/** A template's text, values put into it written as '?'. */
const filled = (quasis: readonly { value: { raw: string } }[]): string =>
  quasis.map(({ value }) => value.raw).join(' ? ');

/** The member that is asked for by name, written with a dot or in brackets. */
function memberOf(node: Node): { object: Node; name: string } | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const { object, property } = node;
  const name = property.type === 'Identifier' && !node.computed ? property.name : textOf(property);
  return name === null ? undefined : { object, name };
}

const isMeta = (node: Node | undefined): boolean => node?.type === 'MetaProperty';

function importVisitor(facts: SourceFacts): Visits {
  const add = (specifier: string | null) => {
    facts.imports.push(specifier);
    if (specifier !== null) facts.values.push(specifier);
  };
  return {
    ImportExpression: ({ source }) => add(textOf(source)),
    TSImportType: ({ source }) => void facts.imports.push(source.value),
    TSImportEqualsDeclaration: ({ moduleReference }) => {
      if (moduleReference.type === 'TSExternalModuleReference') add(moduleReference.expression.value);
    },
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'require') add(textOf(given[0]));
      if (callee.type === 'Identifier' && callee.name === 'createRequire') add(null);
      const member = memberOf(callee);
      if (member && isMeta(member.object) && member.name === 'glob') add(null);
    },
    NewExpression: ({ callee, arguments: [place, base] }) => {
      // The file of a thread.
      const isHere = base !== undefined && isMeta(memberOf(base)?.object);
      const file = isHere ? textOf(place) : null;
      if (callee.type === 'Identifier' && callee.name === 'URL' && file && /^\..*\.tsx?$/.test(file)) add(file);
    },
  };
}

function dataVisitor(facts: SourceFacts): Visits {
  const read = (text: string, isTagged = false) => {
    const { isSql, writes } = sqlIn(text, isTagged);
    if (isSql) facts.hasSql = true;
    facts.writes.push(...writes);
  };
  return {
    CallExpression: ({ callee, arguments: [first] }) => {
      const verb = memberOf(callee)?.name ?? '';
      if (!READERS.has(verb)) return;
      facts.hasSql = true;
      if (WRITERS.has(verb)) facts.writes.push(textOf(first)?.split(' ')[0] ?? '?');
    },
    TaggedTemplateExpression: ({ tag, quasi }) => {
      const name = tag.type === 'Identifier' ? tag.name : memberOf(tag)?.name;
      if (name === 'sql') read(filled(quasi.quasis), true);
    },
    TemplateLiteral: ({ quasis }) => read(filled(quasis)),
    Literal: ({ value }) => {
      if (typeof value === 'string') read(value);
    },
  };
}

/** How many values a parameter stands for; what is called by name takes no list apart to hide some. */
function weightOf(parameter: ParamPattern, isNamed: boolean): number {
  const list = parameter.type === 'RestElement' ? parameter.argument : parameter;
  if (list.type === 'ArrayPattern') return isNamed ? list.elements.length : 1;
  const type = parameter.type === 'RestElement' ? parameter.typeAnnotation?.typeAnnotation : undefined;
  return type?.type === 'TSTupleType' ? type.elementTypes.length : 1;
}

/** Clocks, chance and the world outside, as they are reached for. */
function worldVisitor(facts: SourceFacts): Visits {
  return {
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'Identifier') return;
      if (OUTSIDE.has(callee.name)) facts.globals.push(callee.name);
      if (callee.name === 'Date' && given.length === 0) facts.globals.push('Date()');
    },
    MemberExpression: (node) => {
      const { object } = node;
      if (object.type !== 'Identifier') return;
      const name = `${object.name}.${memberOf(node)?.name ?? ''}`;
      if (CLOCKS.has(name)) facts.globals.push(name);
      else if (OUTSIDE.has(object.name) || object.name === 'globalThis') facts.globals.push(object.name);
    },
    VariableDeclarator: ({ id, init }) => {
      if (init?.type !== 'Identifier' || id.type !== 'ObjectPattern') return;
      for (const property of id.properties) {
        const name = property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : '';
        if (CLOCKS.has(`${init.name}.${name}`)) facts.globals.push(`${init.name}.${name}`);
        else if (OUTSIDE.has(init.name)) facts.globals.push(init.name);
      }
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0)
        facts.globals.push('new Date()');
    },
  };
}

function looseVisitor(facts: SourceFacts): Visits {
  const noteDefinite = ({ definite }: { definite?: boolean | undefined }) => {
    if (definite) facts.loose.push('!');
  };
  return {
    TSAnyKeyword: () => void facts.loose.push('any'),
    TSNonNullExpression: () => void facts.loose.push('!'),
    VariableDeclarator: noteDefinite,
    PropertyDefinition: noteDefinite,
    TSTypeAssertion: () => void facts.loose.push('cast'),
    TSAsExpression: ({ typeAnnotation }) => {
      const isConst =
        typeAnnotation.type === 'TSTypeReference' &&
        typeAnnotation.typeName.type === 'Identifier' &&
        typeAnnotation.typeName.name === 'const';
      if (!isConst) facts.loose.push('cast');
    },
  };
}

function shapeVisitor(facts: SourceFacts, lineOf: LineOf): Visits {
  const names = new Map<Node, string>();
  const note = (node: AnyFunction) => {
    const name = (node.type === 'ArrowFunctionExpression' ? null : node.id?.name) ?? names.get(node) ?? '';
    const lines = lineOf(node.end) - lineOf(node.start) + 1;
    facts.functions.push({
      ...{ name, lines, parameters: node.params.reduce((sum, each) => sum + weightOf(each, name !== ''), 0) },
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
    MethodDefinition: ({ key, value }) => {
      if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') names.set(value, key.name);
    },
    PropertyDefinition: ({ key, value }) => {
      if (value && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) names.set(value, key.name);
    },
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
  };
}
