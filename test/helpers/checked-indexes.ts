import type { Plugin } from 'vite';

interface Node {
  type: string;
  start: number;
  end: number;
}

interface IndexedRead extends Node {
  computed: boolean;
  object: Node;
  property: Node;
}

/** Production files where arrays are indexed without asking whether anything stands there. */
const CHECKED = /\/engine\/(graph|matching)\/(?!.*\.(test|deep\.test|test-helper)\.ts).*\.ts$/;
/** An object that may be named twice without doing anything twice. */
const PLAIN = /^[\w$.#[\]]+$/;

const CHECK = `
function checkedIndex(array, index) {
  if (array[index] !== undefined || index in array) return index;
  throw new RangeError('Nothing stands at index ' + String(index) + ' of ' + array.length + '.');
}
`;

/** In tests an index without an element ends the test, read or written, where plain JavaScript would go on with NaN. */
export function checkedIndexes(): Plugin {
  return {
    name: 'checked-indexes',
    transform(code, id) {
      if (!CHECKED.test(id)) return undefined;
      const inserts: { at: number; text: string }[] = [];
      for (const { object, property } of indexedReads(this.parse(code))) {
        const array = code.slice(object.start, object.end);
        if (!PLAIN.test(array)) throw new Error(`${id}: name "${array}" before it is indexed.`);
        inserts.push({ at: property.start, text: `checkedIndex(${array}, ` }, { at: property.end, text: ')' });
      }
      inserts.sort((one, other) => other.at - one.at);
      const checked = inserts.reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), code);
      return { code: checked + CHECK, map: null };
    },
  };
}

function indexedReads(value: unknown): IndexedRead[] {
  if (Array.isArray(value)) return value.flatMap(indexedReads);
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(indexedReads);
  return isIndexed(value) ? [...inside, value] : inside;
}

function isIndexed(value: object): value is IndexedRead {
  return 'type' in value && value.type === 'MemberExpression' && 'computed' in value && value.computed === true;
}
