/** Numbers that belong to each person, ascending, in one row after another. */
export interface Lists {
  offsets: Int32Array;
  items: Int32Array;
}

const MOST_SHARED = 4;

/** A word without regard to case and outer blanks. */
export function plain(word: string | undefined): string {
  return (word ?? '').trim().toLocaleLowerCase('en');
}

/** Numbers for words, the same word the same number wherever it stands. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #spellings = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a word, −1 for an empty one. */
  numberOf(word: string | undefined): number {
    if (word === undefined) return -1;
    const known = this.#spellings.get(word);
    if (known !== undefined) return known;
    const key = plain(word);
    const number = key === '' ? -1 : (this.#numbers.get(key) ?? this.#numbers.size);
    if (number !== -1) this.#numbers.set(key, number);
    this.#spellings.set(word, number);
    return number;
  }

  /** The words of each person as ascending numbers, each once. */
  listsOf<T>(people: readonly T[], wordsOf: (person: T) => readonly string[]): Lists {
    return toLists(people, (person) => {
      const own = wordsOf(person).map((word) => this.numberOf(word));
      own.sort((a, b) => a - b);
      return own.filter((number, place) => number !== -1 && (place === 0 || number !== own[place - 1]));
    });
  }
}

/** Rows from what belongs to each; the numbers of a row must ascend. */
export function toLists<T>(people: readonly T[], rowOf: (person: T, place: number) => readonly number[]): Lists {
  const offsets = new Int32Array(people.length + 1);
  let items = new Int32Array(64);
  let size = 0;
  for (const [place, person] of people.entries()) {
    const row = rowOf(person, place);
    if (size + row.length > items.length) {
      const larger = new Int32Array(2 * (size + row.length));
      larger.set(items.subarray(0, size));
      items = larger;
    }
    for (const item of row) items[size++] = item;
    offsets[place + 1] = size;
  }
  return { offsets, items: items.slice(0, size) };
}

/** A row of one number for each person. */
export function singles(column: Int32Array): Lists {
  return { offsets: Int32Array.from({ length: column.length + 1 }, (_, place) => place), items: column };
}

/** People by word, from words by person; −1 is no word. */
export function invert(lists: readonly Lists[], size: number): Lists {
  const offsets = new Int32Array(size + 1);
  for (const { items } of lists) {
    for (const word of items) if (word !== -1) offsets[word + 1] += 1;
  }
  for (let word = 0; word < size; word++) offsets[word + 1] += offsets[word];
  const next = offsets.slice();
  const inverse = new Int32Array(offsets[size]);
  for (const list of lists) {
    for (let person = 0; person + 1 < list.offsets.length; person++) {
      for (let place = list.offsets[person]; place < list.offsets[person + 1]; place++) {
        const word = list.items[place];
        if (word === -1) continue;
        const at = next[word];
        next[word] = at + 1;
        inverse[at] = person;
      }
    }
  }
  return { offsets, items: inverse };
}

/** How much belongs to one person. */
export function countOf({ offsets }: Lists, person: number): number {
  return offsets[person + 1] - offsets[person];
}

/** What belongs to one person. */
export function rowOf({ offsets, items }: Lists, person: number): Int32Array {
  return items.subarray(offsets[person], offsets[person + 1]);
}

/** How many numbers two rows share, counted up to four: nothing asks for more. */
export function countShared(one: Lists, a: number, other: Lists, b: number): number {
  let i = one.offsets[a];
  let j = other.offsets[b];
  const endA = one.offsets[a + 1];
  const endB = other.offsets[b + 1];
  let count = 0;
  while (i < endA && j < endB && count < MOST_SHARED) {
    const mine = one.items[i];
    const theirs = other.items[j];
    if (mine === theirs) count += 1;
    if (mine <= theirs) i += 1;
    if (theirs <= mine) j += 1;
  }
  return count;
}

/** Numbers that stand in both people's rows. */
export function shared(lists: Lists, a: number, b: number): number[] {
  const theirs = new Set(rowOf(lists, b));
  return [...rowOf(lists, a)].filter((item) => theirs.has(item));
}

/** Whether a number stands in somebody's row. */
export function has({ offsets, items }: Lists, person: number, item: number): boolean {
  if (item === -1) return false;
  for (let place = offsets[person]; place < offsets[person + 1]; place++) {
    if (items[place] === item) return true;
  }
  return false;
}
