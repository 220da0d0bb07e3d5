export const KINDS = ['nurture', 'hardlyKnow', 'shouldKnow', 'connect'] as const;
export type Kind = (typeof KINDS)[number];

export interface Choice {
  /** How often "someone else" was pressed. */
  turn: number;
  isChosen: boolean;
  isSkipped: boolean;
}

export type Choices = Partial<Record<Kind, Choice>>;

const FRESH: Choice = { turn: 0, isChosen: false, isSkipped: false };

/** Where this device keeps the choices of one week. */
export const choicesKey = (workspaceId: string, personId: string, week: string): string =>
  `loam.week.${workspaceId}.${personId}.${week}`;

export const choiceOf = (choices: Choices, kind: Kind): Choice => choices[kind] ?? FRESH;

/** Changes one kind's choice. */
export const withChoice = (choices: Choices, kind: Kind, change: Partial<Choice>): Choices => ({
  ...choices,
  [kind]: { ...choiceOf(choices, kind), ...change },
});

/** The suggestion that stands now; it goes round when all were seen. */
export function standing<T>(list: readonly T[], choice: Choice): T | undefined {
  return list.length ? list[choice.turn % list.length] : undefined;
}

/** Reads what this device kept; anything unreadable counts as nothing. */
export function parseChoices(stored: string | null): Choices {
  try {
    const found: unknown = JSON.parse(stored ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    const kept: Choices = {};
    for (const kind of KINDS) {
      const choice: unknown = Reflect.get(found, kind);
      if (isChoice(choice)) kept[kind] = choice;
    }
    return kept;
  } catch {
    return {};
  }
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null) return false;
  const turn: unknown = Reflect.get(value, 'turn');
  return (
    Number.isSafeInteger(turn) &&
    Number(turn) >= 0 &&
    typeof Reflect.get(value, 'isChosen') === 'boolean' &&
    typeof Reflect.get(value, 'isSkipped') === 'boolean'
  );
}

/** Which of `count` ideas belongs to an ISO week. */
export function ideaOf(week: string, count: number): number {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  return (year * 53 + number) % count;
}
