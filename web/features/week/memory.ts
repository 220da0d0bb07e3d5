import type { Week } from '#contract/week.ts';
import { valuesOf } from '#web/platform/values.ts';

/** The lists of a week. */
export type Kind = Exclude<keyof Week, 'week' | 'isAlone' | 'officeDays'>;
export const WEEK_KINDS = valuesOf<Kind>({ nurture: 1, hardlyKnow: 1, shouldKnow: 1, connect: 1 });

const DOES = ['rests', 'known', 'spoke', 'asked'] as const;

/** What I told this device about somebody; the server never learns it. */
export interface Mark {
  does: (typeof DOES)[number];
  /** 'YYYY-MM-DD' */
  on: string;
  name: string;
}

/** What this device remembers of my weeks, until the notebook holds it. */
export interface Memory {
  /** By person. */
  marks: Readonly<Record<string, Mark>>;
  /** What I want to ask next time, by person. */
  nextTime: Readonly<Record<string, string>>;
  /** The week that `skipped` and most of `stands` are about. */
  week: string;
  skipped: readonly Kind[];
  /** Who stands in a row; under "you work together" from week to week. */
  stands: Readonly<Partial<Record<Kind, string>>>;
}

/** Where this device keeps it. */
export const memoryKey = (workspaceId: string, personId: string): string => `loam.week.${workspaceId}.${personId}`;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const recordOf = (value: unknown): [string, unknown][] => (isRecord(value) ? Object.entries(value) : []);

/** Reads what this device kept, in a week; anything unreadable counts as nothing. */
export function parseMemory(stored: string | null, week: string): Memory {
  const found = parsed(stored);
  const isThisWeek = found.week === week;
  const stands = recordOf(found.stands).filter(([kind]) => isThisWeek || kind === 'hardlyKnow');
  return {
    week,
    marks: Object.fromEntries(recordOf(found.marks).filter((entry): entry is [string, Mark] => isMark(entry[1]))),
    nextTime: Object.fromEntries(recordOf(found.nextTime).filter(isText)),
    skipped: isThisWeek && Array.isArray(found.skipped) ? WEEK_KINDS.filter((kind) => isIn(found.skipped, kind)) : [],
    stands: Object.fromEntries(stands.filter(isText).filter(([kind]) => isIn(WEEK_KINDS, kind))),
  };
}

function parsed(stored: string | null): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(stored ?? '{}');
    return isRecord(found) ? found : {};
  } catch {
    return {};
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';
const isIn = (list: unknown, item: unknown): boolean => Array.isArray(list) && list.includes(item);
const isMark = (value: unknown): boolean =>
  isRecord(value) &&
  isIn(DOES, value.does) &&
  typeof value.name === 'string' &&
  typeof value.on === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value.on);

/** Remembers a mark of somebody, or forgets it. */
export function withMark(memory: Memory, personId: string, mark: Mark | undefined): Memory {
  const { [personId]: _, ...others } = memory.marks;
  return { ...memory, marks: mark ? { ...others, [personId]: mark } : others };
}

/** Remembers what to ask somebody next time; an empty line forgets it. */
export function withNextTime(memory: Memory, personId: string, line: string): Memory {
  const { [personId]: _, ...others } = memory.nextTime;
  return { ...memory, nextTime: line.trim() ? { ...others, [personId]: line.trim() } : others };
}

/** Skips a kind for this week, or takes that back. */
export const withSkipped = (memory: Memory, kind: Kind, isSkipped: boolean): Memory => ({
  ...memory,
  skipped: isSkipped ? [...memory.skipped, kind] : memory.skipped.filter((each) => each !== kind),
});

/** Puts somebody into a row. */
export const withStanding = (memory: Memory, kind: Kind, key: string): Memory => ({
  ...memory,
  stands: { ...memory.stands, [kind]: key },
});

/** Which of `count` ideas belongs to an ISO week. */
export function ideaOf(week: string, count: number): number {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  return (year * 53 + number) % count;
}
