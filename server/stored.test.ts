import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createWorld, type World } from '#test/helpers/world.ts';
import { OWNER_OF } from '../scripts/house/laws.ts';
import { registerOf } from './features/records/records.rules.ts';
import { recordsDeps } from './stored.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
});
afterAll(() => world.close());

it('takes each table once, from the register of the feature that owns it', async () => {
  const named: string[] = [];
  for (const path of globSync('features/*/*.register.ts', { cwd: import.meta.dirname })) {
    const feature = path.split('/')[1] ?? '';
    const parts: Record<string, object> = await import(join(import.meta.dirname, path));
    const tables = Object.values(parts).flatMap((part) => Object.keys(part));
    for (const table of tables) expect([table, OWNER_OF.get(table) ?? feature]).toEqual([table, feature]);
    named.push(...tables);
  }
  const merged = Object.keys(registerOf(recordsDeps(world.services.context).stored));
  expect([...named].sort()).toEqual([...merged].sort());
});
