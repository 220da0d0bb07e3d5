import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import {
  type ColumnUse,
  columnUse,
  dateOrder,
  fileEncoding,
  type ImportCounts,
  type ImportReason,
} from '#contract/imports.ts';
import { readOptions, type Typed } from '../options.ts';
import { Problem } from '../problem.ts';
import { type Api, apiOf, codeOf, problemOf } from './api.ts';

const HELP = `Usage: npm run --silent loam -- import people.csv --server URL [options]

Shows what a directory file would change on a server, and carries it out once you say so.

  --server URL        where Loam runs, such as https://loam.example.org
  --token TOKEN       a steward's token (Organisation, "For the command line"); better in LOAM_TOKEN;
                      it may import, and nothing else
  --columns "A=b,…"   what columns hold, where it is not recognised: "Mail=email,Bereich=division,Nr=leave-out"
  --encoding NAME     how the file is encoded, where it is guessed wrongly: windows-1250, macintosh …
  --dates ORDER       what 03/04/2021 begins with, where nothing in the file tells: day-first or month-first
  --gone "WORD;…"     words of who is not here, as shown: "Status: Sabbatical"; --here where they are here after all
  --same "ADDRESS,…"  new addresses of people who were perhaps recognised, and are the same; --apart where they are two
  --complete          this is the complete directory: whoever is not in it has left
  --apply             carry it out without asking
  --confirm NUMBER    where more than a tenth would leave: how many you expect to leave
  --undo              undo the last import instead (no file)

Nothing changes before it is applied, and nobody is sent anything.`;

const WHY_NOBODY =
  'It needs a column of email addresses and one of names; say with --columns which they are, for example --columns "Mail=email,Who=name".';

/** Why nobody would come in: all are gone, or no column holds addresses. */
function whyNobody({ presence }: Run): string {
  const gone = presence.filter(({ isHere }) => !isHere);
  if (gone.length === 0) return `nobody was found in it. ${WHY_NOBODY}`;
  const words = gone.map(({ word }) => word).join('; ');
  return `nobody in it is here, by its own words. If they are: --here "${words}"`;
}

type Run = Awaited<ReturnType<Api['imports']['preview']>>;

/** How the command speaks; replaced in tests. */
export interface Voice {
  print(text: string): void;
  /** The answer to a question, or undefined where nobody can answer. */
  ask(question: string): Promise<string | undefined>;
}

const terminal: Voice = {
  print: (text) => console.log(text),
  ask: async (question) => {
    if (!process.stdin.isTTY) return undefined;
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    return lines.question(question).finally(() => lines.close());
  },
};

/** `loam import`: a preview in sentences, then apply; exit code 1 where nothing was applied because of a refusal. */
export async function importPeople(
  args: string[],
  { env = process.env, voice = terminal }: { env?: NodeJS.ProcessEnv; voice?: Voice } = {},
): Promise<number> {
  const typed = readOptions(
    args,
    ['server', 'token', 'columns', 'encoding', 'dates', 'gone', 'here', 'same', 'apart', 'confirm'],
    ['complete', 'apply', 'undo', 'help', 'h'],
  );
  if (typed.flags.has('help') || typed.flags.has('h')) {
    voice.print(HELP);
    return 0;
  }
  const server = typed.values.get('server');
  if (!server) throw new Problem('say where Loam runs: --server https://loam.example.org');
  const token = typed.values.get('token') ?? env.LOAM_TOKEN;
  if (!token)
    throw new Problem('a steward’s token is needed, as --token or in LOAM_TOKEN. It is made under Organisation.');
  const api = apiOf(server, token);
  try {
    return await (typed.flags.has('undo') ? undoLast(api, typed, voice) : importFile(api, typed, voice));
  } catch (error) {
    throw problemOf(error);
  }
}

async function importFile(api: Api, typed: Typed, voice: Voice): Promise<number> {
  const [path, more] = typed.words;
  if (!path || more) throw new Problem('name one CSV file: loam import people.csv --server URL');
  const file = fileAt(path);
  const asking = { api, file, typed, voice };
  const run = await withAnswers(asking, await withDates(asking, await previewOf(asking)));
  await show(api, run, voice);
  const { people, added, changed, gone, waiting } = run.counts;
  if (people === 0) throw new Problem(`${path}: ${whyNobody(run)}`);
  if (added + changed + gone + waiting === 0) return 0;
  const [unclear] = run.dates?.isChosen === false ? run.dates.samples : [];
  if (unclear && typed.flags.has('apply'))
    throw new Problem(
      `${datesQuestion(unclear)} Nothing in the file tells. Give --dates day-first or --dates month-first.`,
    );
  if (!typed.flags.has('apply')) {
    const answer = await voice.ask('\nApply this? Type yes: ');
    if (answer?.trim().toLowerCase() !== 'yes') {
      voice.print('\nNothing was changed. Add --apply to carry it out.');
      return 0;
    }
  }
  const confirm = run.mustConfirm ? await confirmation(typed, gone, voice) : undefined;
  const done = await applied(api, run.id, confirm);
  voice.print(
    `\nDone: ${said(done.counts)}. ${done.counts.waiting > 0 ? 'Only those whose address waits are told' : 'Nobody was sent anything'}. Undo with --undo.`,
  );
  return 0;
}

function fileAt(path: string): File {
  try {
    return new File([readFileSync(path)], basename(path));
  } catch {
    throw new Problem(`${path}: there is no such file, or it cannot be read. Check the path.`);
  }
}

/** One import as it was typed, and who is asked what it leaves open. */
interface Asking {
  api: Api;
  file: File;
  typed: Typed;
  voice: Voice;
}

interface Answers {
  same?: string[];
  apart?: string[];
}

async function previewOf(
  { api, file, typed }: Asking,
  { order = typed.values.get('dates'), answers = {} }: { order?: string | undefined; answers?: Answers } = {},
): Promise<Run> {
  const told = {
    file,
    ...answers,
    complete: typed.flags.has('complete'),
    ...chosen('encoding', typed.values.get('encoding'), fileEncoding),
    ...chosen('dateOrder', order, dateOrder),
  };
  const first = await api.imports.preview(told);
  const columns = typed.values.get('columns');
  const uses = columns === undefined ? {} : { uses: usesOf(first, columns) };
  const read = columns === undefined ? first : await api.imports.preview({ ...told, ...uses });
  const gone = goneOf(read, typed);
  return gone ? api.imports.preview({ ...told, ...uses, gone }) : read;
}

/** Words of who is not here, as told over what was recognised; undefined where nothing was told. */
function goneOf({ presence }: Run, typed: Typed): string[] | undefined {
  const told = (option: string) =>
    (typed.values.get(option) ?? '')
      .split(';')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  const [gone, here] = [told('gone'), told('here')];
  if (gone.length + here.length === 0) return undefined;
  const unknown = [...gone, ...here].find((word) => !presence.some((each) => each.word === word));
  if (unknown !== undefined)
    throw new Problem(
      `the file does not say "${unknown}". It says: ${presence.map(({ word }) => word).join('; ') || 'nothing of who is here'}`,
    );
  const words = presence
    .filter(({ word, isHere }) => gone.includes(word) || (!isHere && !here.includes(word)))
    .map(({ word }) => word);
  // An empty list would be left out of the form, and mean "as recognised".
  return words.length > 0 ? words : [''];
}

/** An option whose value is one of a list, under the name that the server knows. */
function chosen<Key extends string, Value extends string>(
  key: Key,
  text: string | undefined,
  among: { options: readonly Value[] },
): { [K in Key]?: Value } {
  if (text === undefined) return {};
  const value = among.options.find((option) => option === text.trim().toLowerCase());
  if (value === undefined) throw new Problem(`"${text}" is not known. Choose from: ${among.options.join(', ')}`);
  return Object.fromEntries([[key, value]]) as { [K in Key]?: Value };
}

const datesQuestion = ({ text, dayFirst, monthFirst }: { text: string; dayFirst: string; monthFirst: string }) =>
  `Is ${text} the day ${dayFirst} (day first) or ${monthFirst} (month first)?`;

/** Asks which day dates mean that nothing in the file decides. */
async function withDates(asking: Asking, run: Run): Promise<Run> {
  const [sample] = run.dates?.samples ?? [];
  if (!sample || run.dates?.isChosen) return run;
  const question = datesQuestion(sample);
  const answer = (await asking.voice.ask(`${question} Type day or month: `))?.trim().toLowerCase();
  return answer === 'day' || answer === 'month' ? previewOf(asking, { order: `${answer}-first` }) : run;
}

/** 'Mail=email,Last Name, First Name=name' as pairs; a header may hold commas. */
export function columnPairs(told: string): [header: string, use: string][] {
  const pairs = [...told.matchAll(/\s*,?\s*([^=]+?)\s*=\s*([^=,]+?)\s*(?=,|$)/g)];
  return pairs.map(([, header = '', use = '']) => [header, use]);
}

/** What was told of columns, laid over what was recognised. */
function usesOf(run: Run, told: string): ColumnUse[] {
  const uses = run.columns.map(({ use }) => use);
  const pairs = columnPairs(told);
  if (pairs.length === 0) throw new Problem(`--columns ${told}: write it as "Mail=email,Who=name".`);
  for (const [header, name] of pairs) {
    const at = run.columns.findIndex((column) => column.header.toLowerCase() === header.toLowerCase());
    if (at === -1)
      throw new Problem(
        `--columns: there is no column "${header}". There are: ${run.columns.map((one) => one.header).join(', ')}`,
      );
    const use = columnUse.safeParse(name);
    if (!use.success)
      throw new Problem(`--columns: "${name}" is not known. Choose from: ${columnUse.options.join(', ')}`);
    uses.forEach((one, index) => {
      if (one === use.data) uses[index] = 'leave-out';
    });
    uses[at] = use.data;
  }
  return uses;
}

/** Asks about pairs that are perhaps one person; whoever is not answered for stays as they are. */
async function withAnswers(asking: Asking, run: Run): Promise<Run> {
  const { api, typed, voice } = asking;
  if (run.counts.perhaps === 0) return run;
  const { lines } = await api.imports.lines({ id: run.id, kind: 'perhaps', from: 0 });
  const named = (option: string) =>
    (typed.values.get(option) ?? '').split(',').map((each) => each.trim().toLowerCase());
  const answers = { same: named('same'), apart: named('apart') };
  const keys: Required<Answers> = { same: [], apart: [] };
  for (const line of lines) {
    if (line.kind !== 'perhaps') continue;
    const question = `${line.name} (${line.email}) is perhaps ${line.before.name} (${line.before.email}).`;
    const said = answers.same.includes(line.email)
      ? 'same'
      : answers.apart.includes(line.email)
        ? 'two'
        : (await voice.ask(`${question} Type same or two: `))?.trim().toLowerCase();
    if (said === 'same') keys.same.push(line.key);
    else if (said === 'two') keys.apart.push(line.key);
    else
      voice.print(`${question} Nothing happens to them until you say: --same ${line.email} or --apart ${line.email}`);
  }
  if (keys.same.length + keys.apart.length === 0) return run;
  const order = run.dates?.isChosen ? run.dates.used : undefined;
  return previewOf(asking, { order, answers: keys });
}

const REASONS: Record<ImportReason, string> = {
  quotes: 'a quotation mark is not closed',
  cells: 'it has more or fewer cells than there are columns',
  'email-missing': 'there is no email address',
  'email-invalid': 'this isn’t an email address',
  'email-letters': 'Loam cannot send mail to an address with such letters before the @',
  'email-several': 'of several addresses the first was taken',
  'name-missing': 'there is no name',
  'too-long': 'this is too long',
  duplicate: 'the same address or number stands already on line',
  'address-taken': 'somebody else here has this address and keeps it',
  'address-kept': 'their address here stays as it is',
  'address-refused': 'they refused this address less than 90 days ago',
  date: 'this isn’t a date',
  'time-zone': 'this time zone is not known',
  'manager-unknown': 'nobody was found as manager',
  'manager-self': 'somebody cannot be their own manager',
  'manager-several': 'of several managers the first that is found was taken',
  'id-rounded': 'a spreadsheet has rounded this number, so it tells nobody apart',
};

const count = (number: number, one: string, many: string): string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];

function said({ added, changed, gone, waiting }: ImportCounts): string {
  const parts = [
    ...count(added, 'new', 'new'),
    ...count(changed, 'changed', 'changed'),
    ...count(gone, 'leaving', 'leaving'),
    ...count(waiting, 'address waits for its person to confirm', 'addresses wait for their people to confirm'),
  ];
  return parts.join(', ') || 'nothing to change';
}

async function show(api: Api, run: Run, voice: Voice): Promise<void> {
  const { counts } = run;
  voice.print('Columns');
  for (const { header, use } of run.columns)
    voice.print(`  ${header.padEnd(24)} ${use === 'leave-out' ? '(left out)' : use}`);
  const [read, ...others] = run.encoding.choices;
  if (read) voice.print(`  Read as ${read.encoding}: ${read.samples.join(', ')}`);
  for (const { encoding, samples } of others)
    voice.print(`  --encoding ${`${encoding}:`.padEnd(16)} ${samples.join(', ')}`);
  const [unclear] = run.dates?.samples ?? [];
  if (unclear && run.dates) voice.print(`  ${datesQuestion(unclear)} Read ${run.dates.used}; --dates chooses.`);
  for (const note of run.notes) voice.print(`  Note: ${note}`);
  for (const { word, people, isHere } of run.presence)
    voice.print(`  ${word}: ${people} ${isHere ? 'taken in' : 'left out (--here takes them in)'}`);
  const { lines } = await api.imports.lines({ id: run.id, kind: 'faulty', from: 0 });
  if (lines.length > 0) voice.print('\nLeft out');
  for (const line of lines.slice(0, 20)) {
    if (line.kind !== 'faulty') continue;
    voice.print(
      `  line ${line.line}: ${REASONS[line.reason]} (${line.value})${line.isLeftOut ? '' : ', this value only'}`,
    );
  }
  const more = counts.faulty + counts.doubtful - Math.min(20, lines.length);
  if (more > 0) voice.print(`  and ${more} more`);
  voice.print(`\n${counts.people} people in the file: ${said(counts)}, ${counts.same} as they are.`);
}

async function confirmation(typed: Typed, gone: number, voice: Voice): Promise<number> {
  const given =
    typed.values.get('confirm') ?? (await voice.ask(`${gone} would leave, more than a tenth. Type the number: `));
  if (given?.trim() !== String(gone)) {
    throw new Problem(
      `${gone} would leave, more than a tenth of everybody. Nothing was changed. If that is right: --confirm ${gone}`,
    );
  }
  return gone;
}

async function applied(api: Api, id: string, confirm: number | undefined): Promise<Run> {
  return api.imports.apply({ id, ...(confirm === undefined ? {} : { confirm }) });
}

async function undoLast(api: Api, typed: Typed, voice: Voice): Promise<number> {
  const { runs } = await api.imports.list();
  const last = runs.find(({ isLast }) => isLast);
  if (!last) throw new Problem('there is no import to undo.');
  const given = typed.values.get('confirm');
  try {
    const { undone } = await api.imports.undo({
      id: last.id,
      ...(given === undefined ? {} : { confirm: Number(given) }),
    });
    const { removed = 0, leaving = 0, restored = 0, returned = 0 } = undone ?? {};
    voice.print(`Undone: ${removed} removed, ${leaving} leaving, ${restored} as before, ${returned} back.`);
    return 0;
  } catch (error) {
    if (codeOf(error) !== 'imports.needs-confirmation') throw error;
    throw new Problem(
      'more than a tenth has signed in since and would leave. Undo it in the browser, or add --confirm with their number.',
    );
  }
}
