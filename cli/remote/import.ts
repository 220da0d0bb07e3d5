import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type ColumnUse, columnUse, type ImportCounts, type ImportReason } from '#contract/imports.ts';
import { readOptions, type Typed } from '../options.ts';
import { Problem } from '../problem.ts';
import { type Api, apiOf, codeOf, problemOf } from './api.ts';

const HELP = `Usage: npm run --silent loam -- import people.csv --server URL [options]

Shows what a directory file would change on a server, and carries it out once you say so.

  --server URL        where Loam runs, such as https://loam.example.org
  --token TOKEN       a steward's token (Organisation, "For the command line"); better in LOAM_TOKEN
  --columns "A=b,…"   what columns hold, where it is not recognised: "Mail=email,Bereich=division,Nr=leave-out"
  --complete          this is the complete directory: whoever is not in it has left
  --apply             carry it out without asking
  --confirm NUMBER    where more than a tenth would leave: how many you expect to leave
  --undo              undo the last import instead (no file)

Nothing changes before it is applied, and nobody is sent anything.`;

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
    ['server', 'token', 'columns', 'confirm'],
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
  const run = await previewOf(api, fileAt(path), typed);
  await show(api, run, voice);
  const { added, changed, gone } = run.counts;
  if (added + changed + gone === 0) return 0;
  if (!typed.flags.has('apply')) {
    const answer = await voice.ask('\nApply this? Type yes: ');
    if (answer?.trim().toLowerCase() !== 'yes') {
      voice.print('\nNothing was changed. Add --apply to carry it out.');
      return 0;
    }
  }
  const confirm = run.mustConfirm ? await confirmation(typed, gone, voice) : undefined;
  const done = await applied(api, run.id, confirm);
  voice.print(`\nDone: ${said(done.counts)}. Nobody was sent anything. Undo with --undo.`);
  return 0;
}

function fileAt(path: string): File {
  try {
    return new File([readFileSync(path)], basename(path));
  } catch {
    throw new Problem(`${path}: there is no such file, or it cannot be read. Check the path.`);
  }
}

async function previewOf(api: Api, file: File, typed: Typed): Promise<Run> {
  const complete = typed.flags.has('complete');
  const first = await api.imports.preview({ file, complete });
  const told = typed.values.get('columns');
  if (!told) return first;
  return api.imports.preview({ file, complete, uses: usesOf(first, told) });
}

/** 'Mail=email,Nr=leave-out' laid over what was recognised. */
function usesOf(run: Run, told: string): ColumnUse[] {
  const uses = run.columns.map(({ use }) => use);
  for (const pair of told.split(',')) {
    const [header = '', name = ''] = pair.split('=').map((part) => part.trim());
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

const REASONS: Record<ImportReason, string> = {
  quotes: 'a quotation mark is not closed',
  cells: 'it has more or fewer cells than there are columns',
  'email-missing': 'there is no e-mail address',
  'email-invalid': 'this is no e-mail address',
  'name-missing': 'there is no name',
  'too-long': 'this is too long',
  duplicate: 'the same address or number stands already on line',
  'address-taken': 'somebody else here has this address and keeps it',
  'address-kept': 'their address here stays as it is',
  date: 'this is no date',
  'time-zone': 'this time zone is not known',
  'manager-unknown': 'nobody was found as manager',
  'manager-self': 'somebody cannot be their own manager',
};

const count = (number: number, one: string, many: string): string[] =>
  number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];

function said({ added, changed, gone }: ImportCounts): string {
  const parts = [
    ...count(added, 'new', 'new'),
    ...count(changed, 'changed', 'changed'),
    ...count(gone, 'leaving', 'leaving'),
  ];
  return parts.join(', ') || 'nothing to change';
}

async function show(api: Api, run: Run, voice: Voice): Promise<void> {
  const { counts } = run;
  voice.print('Columns');
  for (const { header, use } of run.columns)
    voice.print(`  ${header.padEnd(24)} ${use === 'leave-out' ? '(left out)' : use}`);
  for (const note of run.notes) voice.print(`  Note: ${note}`);
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
