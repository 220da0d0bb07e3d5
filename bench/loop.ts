import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import type { KeptCertificate } from '#server/features/programmes/rounds/rounds.rules.ts';
import type { Services } from '#server/main.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { testClock } from '#test/helpers/world.ts';
import { joinAll, openScene } from './settled.ts';

const HOUR = 3_600_000;
const STEP = 3 * HOUR;
// A Monday; rounds are drawn on Tuesdays.
const START = '2026-01-05T09:00:00Z';

type Clockwork = ReturnType<typeof testClock>;

/** The file as a directory: ids become addresses and names; the unit's column keeps its words. */
function directoryOf(text: string, unit: string): string {
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',').map((cell) => cell.trim());
  const [id, place] = [Math.max(0, columns.indexOf('id')), columns.indexOf(unit)];
  const rows = lines.map((line) => line.split(','));
  const of = (cells: string[]) => [
    cells[id],
    cells[id],
    `${cells[id]}@example.test`,
    place < 0 ? '' : `U${cells[place]}`,
  ];
  return ['id,name,email,unit', ...rows.map((cells) => of(cells).join(','))].join('\n');
}

/** Lives through one week in steps of three hours: draws, delivers, and lets everybody say that they met. */
async function liveOneWeek(services: Services, clock: Clockwork, people: readonly Who[]): Promise<void> {
  for (let hours = 0; hours < 7 * 24; hours += STEP / HOUR) {
    await services.background.tick();
    await services.background.send();
    clock.advance(STEP);
    if (hours === 3 * 24) await everybodyMet(services, people);
  }
}

async function everybodyMet(services: Services, people: readonly Who[]): Promise<void> {
  const { introductions } = services.doors;
  for (const who of people) {
    const open = (await introductions.list(who)).filter((each) => !each.isEnded && each.myAnswer === null);
    for (const { id } of open) await introductions.answer(who, id, { answer: 'met' });
  }
}

async function figuresOf(owner: pg.Client, mails: readonly { messageId: string }[], now: Date) {
  const { rows: rounds } = await owner.query<{ certificate: KeptCertificate }>('select certificate from round');
  const sum = (of: (each: KeptCertificate) => number) =>
    rounds.reduce((total, { certificate }) => total + of(certificate), 0);
  const count = async (query: string) => Number((await owner.query<{ count: string }>(query)).rows[0]?.count ?? 0);
  const told = new Set(mails.map(({ messageId }) => messageId));
  const sent = await count("select count(*) from outbox where status = 'sent'");
  const stuck = await count(
    `select count(*) from outbox where status not in ('sent', 'cancelled') and not_before < '${now.toISOString()}'`,
  );
  return {
    rounds: rounds.length,
    introductions: await count('select count(*) from introduction'),
    repeats: sum((each) => each.repeats),
    repeatsUnavoidable: sum((each) => each.repeatsUnavoidable),
    leftOut: sum((each) => each.people - each.placed),
    leftOutTold: await count("select count(*) from outbox where kind = 'round-unplaced' and status = 'sent'"),
    sameUnit: sum((each) => each.sameUnitPairs),
    sameUnitUnavoidable: sum((each) => each.sameUnitUnavoidable),
    messages: mails.length,
    duplicates: mails.length - told.size,
    lost: sent - told.size + stuck,
  };
}

/** The whole loop over a directory file: import, join, rounds by the schedule, delivery to a real SMTP server, answers. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      unit: { type: 'string', default: 'department' },
      size: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '8' },
    },
  });
  const [file] = positionals;
  if (!file) {
    console.error('loop: which PEOPLE.csv?');
    return 2;
  }
  const csv = directoryOf(await readFile(file, 'utf8'), values.unit);
  const clock = testClock(START);
  const scene = await openScene(clock, false);
  try {
    const started = performance.now();
    const offer = { size: Number(values.size), timezone: 'UTC', weekday: 2, drawTime: '09:00' };
    const { people } = await joinAll(scene, csv, offer);
    for (let week = 0; week < Number(values.rounds); week += 1) await liveOneWeek(scene.services, clock, people);
    const ms = Math.round(performance.now() - started);
    const figures = await figuresOf(scene.owner, scene.mailbox.mails, clock.now());
    console.log(JSON.stringify({ people: people.length, ...figures, ms }));
    return 0;
  } finally {
    await scene.close();
  }
}
