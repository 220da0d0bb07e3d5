import { writeFileSync } from 'node:fs';
import { planRound, type RoundPlan } from '#engine/matching/matching.ts';
import { csvLines } from '#server/platform/csv.ts';
import { encodingNamed } from './csv.ts';
import { inWords, summary } from './match-words.ts';
import { readOptions, wholeNumber } from './options.ts';
import { type People, readMeetings, readPeople, saidOf } from './people-file.ts';
import { Problem } from './problem.ts';

const HELP = `Usage: npm run --silent loam -- match people.csv [options]

Plans one round of introductions: who should meet whom, why, and how good the round is.

  --met met.csv          who has met whom: a,b,date (ISO)
  --size 2               people in a group, 2 to 8
  --unit department      column with the unit (also: interests, site, manager, languages)
  --interests interests  column with interests, split on ";"
  --site site            column with the site
  --manager manager      column with the manager's id
  --languages languages  column with languages, split on ";"
  --encoding NAME        how the files are encoded, where it is guessed wrongly: windows-1250, macintosh …
  --everyone             also whoever is not here by a column such as "Status" or "Last day"
  --seed 1               a whole number; the same seed gives the same round
  --out groups.csv       write the groups to a file
  --json                 print one JSON object

people.csv has a header and one row a person, as a spreadsheet or a personnel system saves it; the key is "id", else the
address, else the employee number, else the first column, whatever the case. --met may name people by any of these.
Whoever is not here (terminated, suspended, a guest) is left out, as an import would, and that is said.`;

const COLUMNS = ['unit', 'interests', 'site', 'manager', 'languages'] as const;

/** Streams of a command, replaced in tests. */
export interface Streams {
  print: (text: string) => void;
  warn: (text: string) => void;
  /** Milliseconds from any start. */
  timer: () => number;
  /** 'YYYY-MM-DD' */
  today: () => string;
}

const TERMINAL: Streams = {
  print: (text) => console.log(text),
  warn: (text) => console.error(text),
  timer: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
};

/** `loam match`: plans a round from files. */
export function match(args: string[], streams: Streams = TERMINAL): number {
  const typed = readOptions(
    args,
    ['met', 'size', 'seed', 'out', 'encoding', ...COLUMNS],
    ['everyone', 'json', 'help', 'h'],
  );
  if (typed.flags.has('help') || typed.flags.has('h')) {
    streams.print(HELP);
    return 0;
  }
  const [file, ...more] = typed.words;
  if (file === undefined) throw new Problem('name the file with people: loam match people.csv');
  if (more.length > 0) throw new Problem(`one file with people is enough; do not know what to do with "${more[0]}".`);
  const size = wholeNumber(typed, 'size', { low: 2, high: 8, usual: 2 });
  const seed = wholeNumber(typed, 'seed', { low: -Number.MAX_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER, usual: 1 });
  const columns = new Map(
    COLUMNS.flatMap((name) => (typed.values.has(name) ? [[name, typed.values.get(name) ?? '']] : [])),
  );
  const encoding = encodingNamed(typed.values.get('encoding'));
  const everyone = typed.flags.has('everyone');
  const read = readPeople(file, { asked: columns, encoding, today: streams.today(), everyone });
  const { people } = read;
  const metFile = typed.values.get('met');
  const { meetings, unknown } =
    metFile === undefined ? { meetings: [], unknown: 0 } : readMeetings(metFile, read, encoding);
  const start = streams.timer();
  const plan = planRound({ people, history: meetings, size, seed });
  const milliseconds = Math.round(streams.timer() - start);
  const out = typed.values.get('out');
  if (out !== undefined) writeGroups(out, plan);
  for (const notice of noticesOf(read, encoding === undefined)) streams.warn(`${file}: ${notice}`);
  if (unknown > 0)
    streams.warn(
      `${metFile}: ${unknown} ${unknown === 1 ? 'row names' : 'rows name'} somebody who is not in ${file}; ignored.`,
    );
  streams.print(typed.flags.has('json') ? toJson(plan, milliseconds) : summary(plan, milliseconds, out));
  return 0;
}

/** What was read otherwise than it stands, for whoever knows better. */
function noticesOf({ table, presence, absent, side, rounded }: People, isGuessed: boolean): string[] {
  const [guess] = isGuessed ? table.decoded.choices : [];
  const rows = (list: readonly { line: number }[]) => list.map(({ line }) => line).join(', ');
  return [
    ...(guess
      ? [
          `read as ${guess.encoding}, with cells such as ${guess.samples.join(', ')}. If these look wrong, give --encoding.`,
        ]
      : []),
    ...(absent > 0
      ? [
          `${absent} ${absent === 1 ? 'row is' : 'rows are'} left out, of people who are not here: ${saidOf(presence)}. Add --everyone to take them in.`,
        ]
      : []),
    ...(rounded
      ? [
          `a spreadsheet has rounded the numbers in "${rounded.header}" (${rounded.value}), so that column names nobody.`,
        ]
      : []),
    ...(side.length > 0 ? [`further jobs of people who have a main one are left out: line ${rows(side)}.`] : []),
    ...(table.footer.length > 0 ? [`nobody is meant by line ${rows(table.footer)} below the table.`] : []),
  ];
}

function toJson(plan: RoundPlan, milliseconds: number): string {
  const { certificate } = plan;
  const groups = plan.groups.map((group) => ({ ...group, reasons: group.reasons.map(inWords) }));
  const leftOut = plan.leftOut.map((person) => ({ id: person.id, reason: inWords({ code: person.reason }) }));
  return JSON.stringify({ groups, leftOut, certificate: { ...certificate, milliseconds } }, undefined, 2);
}

function writeGroups(out: string, plan: RoundPlan): void {
  const rows = plan.groups.flatMap((group, place) =>
    group.members.map((id) => [
      String(place + 1),
      id,
      group.reasons.map(inWords).join('; '),
      group.repeat ? 'yes' : 'no',
      group.sameUnit ? 'yes' : 'no',
    ]),
  );
  const left = plan.leftOut.map((person) => [
    '',
    person.id,
    `left out: ${inWords({ code: person.reason })}`,
    'no',
    'no',
  ]);
  try {
    writeFileSync(out, csvLines(['group', 'id', 'reasons', 'repeat', 'sameUnit'], [...rows, ...left]));
  } catch {
    throw new Problem(`${out}: cannot be written. Check the folder and your rights.`);
  }
}
