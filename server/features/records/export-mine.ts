import type { Language } from '#contract/common.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { csvOf } from '#server/platform/csv.ts';
import { fail } from '#server/platform/errors.ts';
import { type Letter, type LetterSection, sectionOf } from './letter/letter.rules.ts';
import { pageOf } from './letter/page.rules.ts';
import { writeLetter } from './letter/write-letter.ts';
import type { ExportPart, Myself, RecordsDeps } from './records.deps.ts';
import { icsOf, registerOf } from './records.rules.ts';

export type ExportFormat = 'html' | 'json' | 'csv' | 'ics';

/** Everything of somebody's, and the same as people read it. */
interface Gathered {
  me: Myself;
  parts: ExportPart[];
  sections: LetterSection[];
}

/** One file with everything of the caller's; what others keep to themselves, and veils, are not in it. */
export async function exportMine(deps: RecordsDeps, who: Who, format: ExportFormat): Promise<File> {
  const gathered = await gather(deps, who);
  const { parts } = gathered;
  const letter = letterOf(deps, gathered);
  if (format === 'html') {
    const picture = parts.map((part) => part.picture).find(Boolean) ?? null;
    return fileOf(pageOf(letter, picture), 'my-loam.html', 'text/html;charset=utf-8');
  }
  if (format === 'json')
    return fileOf(JSON.stringify(jsonOf(letter, parts), null, 2), 'my-loam.json', 'application/json');
  if (format === 'csv') {
    const lines = parts.flatMap((part) => part.lines ?? []);
    return fileOf(csvOf(['what', 'when', 'who', 'detail'], lines), 'my-loam.csv', 'text/csv;charset=utf-8');
  }
  const days = parts.flatMap((part) => part.days ?? []);
  return fileOf(icsOf(days, letter.madeAt), 'my-loam.ics', 'text/calendar;charset=utf-8');
}

const gather = (deps: RecordsDeps, who: Who): Promise<Gathered> =>
  deps.db.asPerson(who, async (scope) => {
    const me = (await deps.myself(scope)) ?? fail('not-found');
    const parts: ExportPart[] = [];
    for (const part of deps.stored) if (part.exportMine) parts.push(await part.exportMine(scope));
    return { me, parts, sections: await writeLetter(deps, scope, languageOf(me)) };
  });

const languageOf = ({ language }: Myself): Language => language ?? 'en';

const fileOf = (text: string, name: string, type: string) => new File([text], name, { type });

/** The letter with what lies outside the tables of people: sign-in first, then the log. */
function letterOf({ clock, stored }: RecordsDeps, { me, parts, sections }: Gathered): Letter {
  const language = languageOf(me);
  const register = registerOf(stored);
  const found = parts.flatMap(({ rows }) => Object.entries(rows ?? {}));
  const outside = (['sign-in', 'log'] as const).flatMap((about) =>
    found.flatMap(([table, rows]) => {
      const entry = register[table];
      return entry?.about === about ? (sectionOf(entry, rows, language) ?? []) : [];
    }),
  );
  return {
    language,
    name: me.name,
    organisation: me.organisation,
    madeAt: clock.now(),
    sections: [...sections, ...outside],
  };
}

function jsonOf(letter: Letter, parts: readonly ExportPart[]) {
  return {
    format: 'loam-export',
    version: 2,
    madeAt: letter.madeAt,
    letter,
    ...Object.assign({}, ...parts.map(({ json }) => json)),
    notebook: 'What only you can read lies on your own device and is exported there.',
  };
}
