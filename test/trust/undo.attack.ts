import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { createWorld, type World } from '#test/helpers/world.ts';

const PEOPLE = 20_000;

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

/** A directory in units of ten, with managers and some who speak of themselves. */
function directoryFile(): Uint8Array {
  const lines = Array.from({ length: PEOPLE }, (_, place) => {
    const manager = place % 10 === 0 ? '' : `p${place - (place % 10)}@example.test`;
    return `p${place}@example.test,Person ${place},Division ${place % 20},Team ${place % 2000},${manager},${place % 3 ? 'chess' : ''}`;
  });
  return new TextEncoder().encode(`email,name,division,team,manager,interests\n${lines.join('\n')}\n`);
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; took: number }> {
  const started = performance.now();
  const result = await work();
  return { result, took: performance.now() - started };
}

attack('undo-takes-long', async ({ tried, succeeded, figure }) => {
  const steward = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  const who = world.who(steward, ['steward']);
  const { imports } = world.services.doors;
  const file = { bytes: directoryFile(), fileName: 'people.csv', complete: false };
  const seen = await timed(() => imports.preview(who, file));
  const { id } = seen.result;
  const applied = await timed(() => imports.apply(who, id));
  const undone = await timed(() => imports.undo(who, id));
  tried(2);
  if (applied.result.counts.added !== PEOPLE) succeeded(`only ${applied.result.counts.added} came in`);
  if (undone.result.undone?.removed !== PEOPLE) succeeded('not everybody went again');
  const left = await world.owner.query<{ people: number; units: number; addresses: number }>(
    `select (select count(*)::int from person) as people, (select count(*)::int from unit) as units,
       (select count(*)::int from auth.identity) as addresses`,
  );
  if (JSON.stringify(left.rows) !== '[{"people":1,"units":0,"addresses":1}]') succeeded(JSON.stringify(left.rows));
  figure('undo by import', undone.took / (seen.took + applied.took), 1.5);
});
