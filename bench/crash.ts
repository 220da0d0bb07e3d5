import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { hashOf } from '#server/integrations/email/email.render.ts';
import { systemClock } from '#server/platform/clock.ts';
import { afternoonZone, weekdayIn } from '#test/helpers/afternoon.ts';
import { freePort } from '#test/helpers/server.ts';
import { joinAll, openScene, type Scene, SECRET } from './settled.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** So many kills happen within one round before the clock goes a week on. */
const KILLS_A_ROUND = 4;

function directory(people: number): string {
  const lines = Array.from(
    { length: people },
    (_, place) => `${place},Person ${place},p${place}@example.test,U${place % 12}`,
  );
  return ['id,name,email,unit', ...lines].join('\n');
}

/** Starts the product itself, some days ahead of the real clock, and waits until it answers. */
async function startAhead(scene: Scene, days: number) {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: scene.url,
    PORT: String(port),
    LOAM_SECRET: SECRET,
    LOAM_DATA_DIR: scene.folder,
    LOAM_CLOCK_SHIFT: String(days),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(scene.mailbox.port),
    SMTP_FROM: 'loam@example.test',
  };
  const child = spawn(process.execPath, ['server/start.ts'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('Loam is ready') && ready());
    void ended.then(() => failed(new Error('The server ended before it was ready.')));
  });
  return {
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** Waits until nothing that is due is left in the outbox. */
async function untilQuiet({ owner }: Scene, days: number): Promise<void> {
  const due = `select count(*)::int as count from outbox where status in ('queued', 'claimed', 'handed-over')
    and not_before < now() + interval '${days} days'`;
  for (let quiet = 0; quiet < 3; ) {
    await rest(500);
    quiet = (await owner.query(due)).rows[0]?.count === 0 ? quiet + 1 : 0;
  }
}

async function figuresOf({ owner, mailbox }: Scene, days: number) {
  const count = async (query: string) => Number((await owner.query<{ count: string }>(query)).rows[0]?.count ?? 0);
  const placed = await count("select coalesce(sum((certificate ->> 'placed')::int), 0) as count from round");
  const seats = await count(
    'select count(distinct (round_on, person_id)) as count from introduction_member where round_on is not null',
  );
  const doubled = await count(
    'select count(*) as count from (select from introduction_member where left_at is null and round_on is not null group by round_on, person_id having count(*) > 1) twice',
  );
  const { rows } = await owner.query<{ workspace_id: string; key: string; status: string }>(
    "select workspace_id, key, status from outbox where status <> 'cancelled' and not_before <= now() + $1 * interval '1 day'",
    [days],
  );
  const arrived = new Map<string, number>();
  for (const { messageId } of mailbox.mails) arrived.set(messageId, (arrived.get(messageId) ?? 0) + 1);
  const certain = rows.filter(({ status }) => status !== 'doubtful');
  const times = certain.map((row) => arrived.get(`<${hashOf(`${row.workspace_id}:${row.key}`)}@example.test>`) ?? 0);
  return {
    introductionsLost: placed - seats,
    introductionsDoubled: doubled,
    messagesLost: times.filter((each) => each === 0).length,
    messagesDoubled: times.filter((each) => each > 1).length,
    doubtfulShown: rows.filter(({ status }) => status === 'doubtful').length,
  };
}

/** Kills the server with -9 at random moments of publication and delivery, and counts what was lost or doubled. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { people: { type: 'string', default: '1000' }, kills: { type: 'string', default: '20' } },
  });
  const [people, kills] = [Number(values.people), Number(values.kills)];
  const now = new Date();
  const timezone = afternoonZone(now);
  const scene = await openScene(systemClock(-7), true);
  try {
    const offer = { size: 2, timezone, weekday: weekdayIn(timezone, now), drawTime: '09:00' };
    await joinAll(scene, directory(people), offer);
    let days = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      days = 7 * Math.floor(kill / KILLS_A_ROUND);
      const server = await startAhead(scene, days);
      await rest(Math.random() * 4000);
      await server.end('SIGKILL');
    }
    // By the clock of the next day, rows that a dead process had claimed are free again.
    const last = await startAhead(scene, days + 1);
    await untilQuiet(scene, days);
    await last.end('SIGTERM');
    console.log(JSON.stringify({ kills, ...(await figuresOf(scene, days)) }));
    return 0;
  } finally {
    await scene.close();
  }
}
