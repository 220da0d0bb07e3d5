import type { KeptCertificate } from '#server/features/programmes/rounds/rounds.rules.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { settle } from '#test/helpers/crowd.ts';
import { testClock } from '#test/helpers/world.ts';
import { openScene } from './settled.ts';

/** The whole round of a synthetic workspace: directory in PostgreSQL → matching → published introductions. */
export async function run(args: string[]): Promise<number> {
  const wanted = Number(args[0] ?? 100_000);
  if (!Number.isInteger(wanted) || wanted < 2) {
    console.error('rounds: how many PEOPLE?');
    return 2;
  }
  const scene = await openScene(testClock(), true);
  try {
    await settle(scene.owner, wanted);
    const { rows } = await scene.owner.query<{ workspace_id: string; person_id: string }>(
      'select workspace_id, person_id from person order by person_id limit 1',
    );
    const [row] = rows;
    if (!row) throw new Error('There is nobody.');
    const host: Who = {
      workspaceId: row.workspace_id,
      personId: row.person_id,
      status: 'active',
      roles: ['steward'],
      sessionId: null,
    };
    const { programmes } = scene.services.doors;
    const setting = {
      kind: 'coffee',
      name: 'Coffee',
      audience: 'everyone',
      rule: 'across',
      cadence: 'weekly',
    } as const;
    const { id } = await programmes.create(host, { ...setting, size: 2, weekday: 2, drawTime: '09:00' });
    await scene.owner.query(
      "insert into membership (workspace_id, programme_id, person_id, joined_at, rhythm) select workspace_id, $1, person_id, now(), 'every' from person",
      [id],
    );
    const started = performance.now();
    await programmes.sendNow(host, id);
    const ms = Math.round(performance.now() - started);
    const { rows: kept } = await scene.owner.query<{ certificate: KeptCertificate }>('select certificate from round');
    const { rows: made } = await scene.owner.query<{ count: number }>(
      'select count(*)::int as count from introduction',
    );
    const certificate = kept[0]?.certificate;
    const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      JSON.stringify({
        people: certificate?.people,
        placed: certificate?.placed,
        introductions: made[0]?.count,
        repeats: certificate?.repeats,
        gap: certificate?.gap,
        ms,
        peakMB,
      }),
    );
    return 0;
  } finally {
    await scene.close();
  }
}
