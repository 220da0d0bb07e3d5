import { type Node, parseSync } from 'oxc-parser';

/** One small change of a program, as a text put in place of an expression. */
export interface Mutation {
  /** Where the expression stands, and what stands there instead. */
  start: number;
  end: number;
  text: string;
  kind: 'operator' | 'constant' | 'condition' | 'dropped call' | 'swapped branches' | 'off by one';
  line: number;
}

/** Two operators that are mistaken for each other. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  ...{ '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['*'], '**': ['*'] },
  ...{ '<': ['<=', '>='], '>': ['>=', '<='], '<=': ['<', '>'], '>=': ['>', '<'] },
  ...{ '===': ['!=='], '!==': ['==='], '==': ['!='], '!=': ['=='], '&&': ['||'], '||': ['&&'], '??': ['&&'] },
  ...{ '<<': ['>>'], '>>': ['<<'], '>>>': ['<<'], '&': ['|'], '|': ['&'], '^': ['&'] },
  ...{ '+=': ['-='], '-=': ['+='], '*=': ['/='], '/=': ['*='], '??=': ['&&='], '||=': ['&&='], '|=': ['&='] },
};
const TWINS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ min: 'max', max: 'min', floor: 'ceil', ceil: 'floor', some: 'every', every: 'some' },
    ...{ startsWith: 'endsWith', endsWith: 'startsWith' },
  }),
);
/** Calls in a chain whose leaving out gives something of the same kind. */
const DROPPED = new Set([
  ...['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'concat', 'flat'],
  ...['trim', 'trimEnd', 'trimStart', 'toLowerCase', 'toUpperCase', 'normalize', 'replace', 'replaceAll', 'padStart'],
]);

interface Place {
  node: Node;
  parent: Node | null;
  /** The property of the parent. */
  as: string;
  /** Inside `a?.b.c`, whose parts do not stand alone. */
  isChained: boolean;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Every place where something is worked out; types and names of things left out. */
function* placesIn(node: Node, parent: Node | null = null, as = '', isChained = false): Generator<Place> {
  const isCast = /^TS(?:As|Satisfies|NonNull)/.test(node.type);
  if ((node.type.startsWith('TS') && !isCast) || node.type === 'ImportDeclaration') return;
  yield { node, parent, as, isChained };
  for (const [key, value] of Object.entries(node)) {
    const isName = (key === 'key' || key === 'property') && !('computed' in node && node.computed);
    if (isName || key === 'source' || key === 'directive' || (isCast && key !== 'expression')) continue;
    const isSpine = key === 'object' || key === 'callee' || key === 'expression';
    const chained = isSpine && (isChained || node.type === 'ChainExpression');
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* placesIn(child, node, key, chained);
  }
}

/** All mutations of a file. */
export function mutationsIn(path: string, text: string): Mutation[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return [...placesIn(program)].flatMap((place) => {
    const line = text.slice(0, place.node.start).split('\n').length;
    return changesAt(place, text).map((change) => ({ ...change, line }));
  });
}

type Change = Omit<Mutation, 'line'>;

function changesAt(place: Place, text: string): Change[] {
  const { node, isChained } = place;
  const { start, end } = node;
  const of = (each: Node) => text.slice(each.start, each.end);
  const change = (kind: Mutation['kind'], ...texts: string[]): Change[] =>
    texts.map((each) => ({ start, end, text: each, kind }));
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return others(node).flatMap((other) => change('operator', `(${of(node.left)}) ${other} (${of(node.right)})`));
    case 'AssignmentExpression':
      return others(node).flatMap((other) => change('operator', `${of(node.left)} ${other} ${of(node.right)}`));
    case 'UpdateExpression':
      return change(
        'operator',
        of(node).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++')),
      );
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === '-' ? change('operator', `(${of(node.argument)})`) : [];
    case 'Literal':
      return literalChanges(place).flatMap(([kind, other]) => change(kind, other));
    case 'ConditionalExpression':
      return [
        ...change('swapped branches', `(${of(node.test)}) ? (${of(node.alternate)}) : (${of(node.consequent)})`),
        ...conditions(node.test, change('condition', 'true', 'false')),
      ];
    case 'IfStatement':
      return conditions(node.test, change('condition', 'true', 'false', `!(${of(node.test)})`));
    case 'WhileStatement':
      return conditions(node.test, change('condition', 'false'));
    case 'ExpressionStatement':
      return isDroppable(node.expression) ? conditions(node.expression, change('dropped call', 'undefined')) : [];
    case 'CallExpression':
      return isChained ? [] : callChanges(node, of).flatMap(([kind, other]) => change(kind, other));
    default:
      return [];
  }
}

const others = ({ operator }: { operator: string }): readonly string[] => OPERATORS[operator] ?? [];

/** The same changes, but of a part. */
const conditions = ({ start, end }: Node, changes: Change[]): Change[] =>
  changes.map((each) => ({ ...each, start, end }));

const isDroppable = (node: Node): boolean =>
  ['AwaitExpression', 'AssignmentExpression', 'YieldExpression'].includes(node.type) ||
  (node.type === 'CallExpression' && node.callee.type !== 'Super');

function literalChanges({ node, parent, as }: Place): [Mutation['kind'], string][] {
  if (node.type !== 'Literal') return [];
  const { value } = node;
  if (typeof value === 'boolean') return [['constant', String(!value)]];
  if (typeof value === 'number') {
    const isIndex = parent?.type === 'MemberExpression' && as === 'property';
    return [[isIndex || value < 3 ? 'off by one' : 'constant', `${value + 1}`]];
  }
  // A word decides something; sentences are read by people and by tests of words.
  return typeof value === 'string' && /^[\w.:-]+$/.test(value) ? [['constant', "''"]] : [];
}

function callChanges(node: Node, of: (each: Node) => string): [Mutation['kind'], string][] {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) return [];
  const { object, property } = node.callee;
  if (object.type === 'Super' || property.type !== 'Identifier') return [];
  const [name, whole] = [property.name, of(node)];
  const twin = TWINS.get(name);
  const renamed = `${of(object)}.${twin}${whole.slice(property.end - node.start)}`;
  return [
    ...(twin && !node.callee.optional ? [['operator', renamed] satisfies [Mutation['kind'], string]] : []),
    ...(DROPPED.has(name) && !node.callee.optional
      ? [['dropped call', `(${of(object)})`] satisfies [Mutation['kind'], string]]
      : []),
  ];
}
