import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ImportField, ImportPreview } from '#contract/imports.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { searchTextOf } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { dayIn, isTimeZone } from '#server/platform/clock.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rows from './imports.queries.ts';
import * as rules from './imports.rules.ts';

const SHOWN = 200;
const BATCH = 1000;

const facts = z.object({
  externalId: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  title: z.string(),
  unit: z.array(z.string()),
  site: z.string(),
  managerId: z.string().nullable(),
  level: z.string(),
  joinedOn: z.string(),
  awayUntil: z.string(),
  timezone: z.string(),
  groups: z.array(z.string()),
});
const row = z.object({
  line: z.number(),
  externalId: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  unit: z.array(z.string()).nullable(),
  site: z.string().nullable(),
  manager: z.string().nullable(),
  level: z.string().nullable(),
  joinedOn: z.string().nullable(),
  awayUntil: z.string().nullable(),
  timezone: z.string().nullable(),
  groups: z.array(z.string()).nullable(),
  languages: z.array(z.string()).nullable(),
  interests: z.array(z.string()).nullable(),
});
// What a preview keeps: the rows it read, and the fingerprint of what they would change.
const kept = z.object({ rows: z.array(row), print: z.string() });
const counts = z.object({ created: z.number(), changed: z.number(), gone: z.number(), same: z.number(), faulty: z.number() });
const undoing = z.object({
  counts,
  created: z.array(z.string()),
  changed: z.array(z.object({ id: z.string(), before: facts })),
  gone: z.array(z.object({ id: z.string(), email: z.string() })),
});

export interface ImportInput {
  text: string;
  mapping?: Readonly<Record<string, ImportField>> | undefined;
  complete: boolean;
}

type Counts = z.infer<typeof counts>;

/** Bringing a directory in from a file: preview, apply, undo. It never sends anything to anyone. */
export function createImports(floor: Floor, log: LogDoor) {
  /** The same new id for the same key of one import, so that a preview and its applying agree. */
  const idsFor = (importId: string) => (key: string) => {
    const hex = createHash('sha256').update(`${importId} ${key}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  const planFor = async (scope: Scope, run: { id: string; rows: rules.Row[]; isComplete: boolean }) => {
    const known = await knownOf(scope);
    const plan = rules.planImport({ rows: run.rows, known, isComplete: run.isComplete, idOf: idsFor(run.id) });
    return { plan, here: known.length };
  };
  const printOf = (plan: rules.Plan) => createHash('sha256').update(JSON.stringify(plan)).digest('hex');

  return {
    /** Reads a file and says what it would change; nothing changes. */
    async preview(who: Who, input: ImportInput): Promise<ImportPreview> {
      const table = rules.readTable(input.text) ?? fail('imports.unreadable');
      const mapping = input.mapping ?? rules.recognise(table.columns);
      const reading = rules.readPeople(table, { mapping, isTimeZone });
      const id = floor.newId();
      return floor.db.asPerson(who, async (scope) => {
        const { plan, here } = await planFor(scope, { id, rows: reading.rows, isComplete: input.complete });
        const stored = JSON.stringify({ rows: reading.rows, print: printOf(plan), faulty: reading.faulty.length });
        await rows.insertRun(scope, { id, at: floor.clock.now(), isComplete: input.complete, plan: stored });
        return {
          id,
          columns: table.columns.map((name) => ({ name, field: mapping[name] ?? null })),
          counts: countsOf(plan, reading.faulty.length),
          confirm: rules.confirmationFor(plan.gone.length, here),
          faulty: reading.faulty.slice(0, SHOWN),
          created: plan.created.slice(0, SHOWN).map((each) => ({ line: each.row.line, name: each.row.name, email: each.row.email })),
          changed: plan.changed.slice(0, SHOWN).map(({ line, name, before, after }) => ({ line, name, changes: rules.changesBetween(before, after) })),
          gone: plan.gone.slice(0, SHOWN).map(({ name, email }) => ({ name, email })),
        };
      });
    },

    /** Does what a preview said, once; 'imports.outdated' where the directory has changed since. */
    apply: (who: Who, id: string, confirm: number | undefined): Promise<Counts> =>
      floor.db.asPerson(who, async (scope) => {
        await rows.holdImports(scope);
        const run = (await rows.selectRun(scope, id)) ?? fail('not-found');
        if (run.status !== 'preview') fail('imports.already-applied');
        const { rows: read, print } = kept.parse(run.plan);
        const { plan, here } = await planFor(scope, { id, rows: read, isComplete: run.complete });
        if (printOf(plan) !== print) fail('imports.outdated');
        const wanted = rules.confirmationFor(plan.gone.length, here);
        if (wanted !== null && wanted !== confirm) fail('imports.needs-confirmation', { gone: wanted });
        await carryOut(floor, scope, plan);
        const done = countsOf(plan, 0);
        const undo: z.infer<typeof undoing> = {
          counts: done,
          created: plan.created.map((each) => each.id),
          changed: plan.changed.map((each) => ({ id: each.id, before: each.before })),
          gone: plan.gone.map((each) => ({ id: each.id, email: each.email })),
        };
        await rows.updateRun(scope, id, { status: 'applied', undo: JSON.stringify(undo), applied_at: floor.clock.now() });
        await log.write(scope, { action: 'imports.apply', about: { import: id, ...done } });
        return done;
      }),

    /** Takes the last import back: added people go (or leave, where they have signed in), changes and departures are reversed. */
    undo: (who: Who, id: string): Promise<void> =>
      floor.db.asPerson(who, async (scope) => {
        await rows.holdImports(scope);
        const run = (await rows.selectRun(scope, id)) ?? fail('not-found');
        const last = (await rows.selectRuns(scope)).find(({ status }) => status === 'applied');
        if (run.status !== 'applied' || last?.import_id !== id) fail('imports.not-last');
        await takeBack(floor, scope, undoing.parse(run.undo));
        await rows.updateRun(scope, id, { status: 'undone' });
        await log.write(scope, { action: 'imports.undo', about: { import: id } });
      }),

    /** Imports so far, newest first. */
    list: (who: Who) =>
      floor.db.asPerson(who, async (scope) => {
        const found = await rows.selectRuns(scope);
        const last = found.find(({ status }) => status === 'applied')?.import_id;
        return found.map((run) => ({
          id: run.import_id,
          at: run.applied_at ?? floor.clock.now(),
          status: run.status === 'undone' ? ('undone' as const) : ('applied' as const),
          counts: undoing.parse(run.undo).counts,
          mayUndo: run.import_id === last,
        }));
      }),
  };
}

const countsOf = (plan: rules.Plan, faulty: number): Counts => ({
  created: plan.created.length,
  changed: plan.changed.length,
  gone: plan.gone.length,
  same: plan.same,
  faulty,
});

async function knownOf(scope: Scope): Promise<rules.Known[]> {
  const units = new Map((await rows.selectUnits(scope)).map((unit) => [unit.unit_id, unit]));
  const pathOf = (id: string | null): string[] => {
    const path: string[] = [];
    for (let unit = id ? units.get(id) : undefined; unit && path.length < 20; unit = unit.parent_id ? units.get(unit.parent_id) : undefined) path.unshift(unit.name);
    return path;
  };
  const found = await rows.selectKnown(scope);
  return found.map((person) => ({
    id: person.person_id,
    isImported: person.source === 'import' || person.source === 'scim',
    isSteward: person.role === 'steward',
    externalId: person.external_id,
    email: person.email,
    name: person.name,
    title: person.title,
    unit: pathOf(person.unit_id),
    site: person.site ?? '',
    managerId: person.manager_id,
    level: person.level ?? '',
    joinedOn: person.joined_on ?? '',
    awayUntil: person.away_until ?? '',
    timezone: person.timezone ?? '',
    groups: person.groups,
  }));
}

/** Finds units and sites by name, and makes the missing ones. */
async function places(floor: Floor, scope: Scope) {
  const unitIds = new Map((await rows.selectUnits(scope)).map((unit) => [`${unit.parent_id ?? ''}/${unit.name}`, unit.unit_id]));
  const siteIds = new Map((await rows.selectSites(scope)).map((site) => [site.name, site.site_id]));
  return {
    async unit(path: readonly string[]): Promise<string | null> {
      let parent: string | null = null;
      for (const name of path) {
        const key: string = `${parent ?? ''}/${name}`;
        let id = unitIds.get(key);
        if (!id) {
          id = floor.newId();
          await rows.insertUnit(scope, { unit_id: id, parent_id: parent, name });
          unitIds.set(key, id);
        }
        parent = id;
      }
      return parent;
    },
    async site(name: string): Promise<string | null> {
      if (!name) return null;
      let id = siteIds.get(name);
      if (!id) {
        id = floor.newId();
        await rows.insertSite(scope, { site_id: id, name });
        siteIds.set(name, id);
      }
      return id;
    },
  };
}

async function carryOut(floor: Floor, scope: Scope, plan: rules.Plan): Promise<void> {
  const now = floor.clock.now();
  const at = await places(floor, scope);
  const columns = async (id: string, given: rules.Facts): Promise<rows.PersonColumns> => {
    const { unit, site, ...rest } = given;
    return { ...rest, id, searchText: searchTextOf(given.name, given.title), unitId: await at.unit(unit), siteId: await at.site(site) };
  };
  // Departures first: their addresses may belong to somebody new.
  const leaving = plan.gone.map(({ id }) => id);
  for (let from = 0; from < leaving.length; from += BATCH) await rows.markLeaving(scope, leaving.slice(from, from + BATCH), dayIn(now, 'UTC'));
  for (const { id, before, after } of plan.changed) {
    await rows.updatePerson(scope, await columns(id, after));
    if (before.email !== after.email) {
      await rows.deleteEmailIdentity(scope, id);
      await addIdentities(scope, [{ id, email: after.email }]);
    }
  }
  for (let from = 0; from < plan.created.length; from += BATCH) {
    const batch = plan.created.slice(from, from + BATCH);
    const people: rows.PersonColumns[] = [];
    for (const each of batch) people.push(await columns(each.id, each.facts));
    await rows.insertPeople(scope, people, now);
    await rows.insertProfiles(scope, batch.map(({ id, row: { languages, interests } }) => ({ id, languages: languages ?? [], interests: interests ?? [] })));
    await addIdentities(scope, people);
  }
  const managed = [...plan.created.map(({ id, facts: { managerId } }) => ({ id, managerId })), ...plan.changed.map(({ id, after: { managerId } }) => ({ id, managerId }))];
  for (let from = 0; from < managed.length; from += BATCH) await rows.setManagers(scope, managed.slice(from, from + BATCH));
}

async function addIdentities(scope: Scope, people: readonly { id: string; email: string }[]): Promise<void> {
  // An address that another organisation on this server holds cannot be taken: nothing is applied.
  if ((await rows.insertIdentities(scope, people)).length > 0) fail('imports.outdated');
}

async function takeBack(floor: Floor, scope: Scope, undo: z.infer<typeof undoing>): Promise<void> {
  const at = await places(floor, scope);
  const stay = new Set((await rows.selectSignedIn(scope, undo.created)).map(({ person_id }) => person_id));
  const out = undo.created.filter((id) => !stay.has(id));
  for (let from = 0; from < out.length; from += BATCH) await rows.deletePeople(scope, out.slice(from, from + BATCH));
  await rows.markLeaving(scope, [...stay], dayIn(floor.clock.now(), 'UTC'));
  for (const { id, before } of undo.changed) {
    const { unit, site, ...rest } = before;
    await rows.updatePerson(scope, { ...rest, id, searchText: searchTextOf(before.name, before.title), unitId: await at.unit(unit), siteId: await at.site(site) });
    await rows.deleteEmailIdentity(scope, id);
    await addIdentities(scope, [{ id, email: before.email }]);
  }
  await rows.setManagers(scope, undo.changed.map(({ id, before }) => ({ id, managerId: before.managerId })));
  await rows.markActive(scope, undo.gone.map(({ id }) => id));
  await addIdentities(scope, undo.gone);
}

export type ImportsDoor = ReturnType<typeof createImports>;
