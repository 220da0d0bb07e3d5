import type { Role } from '#contract/common.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import type { Who } from '#server/platform/access-guard.ts';
import type { Scope } from '#server/platform/database.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import * as rows from '../access.queries.ts';
import { type Grant, isSteward, whyNotConfirm, whyNotGive, whyNotTake } from '../access.rules.ts';

/** Grants to decide on; nobody else changes any until the transaction ends. */
async function grantsOf(scope: Scope): Promise<Grant[]> {
  await rows.holdRoles(scope);
  const found = await rows.selectGrants(scope);
  return found.map((row) => ({
    personId: row.person_id,
    role: row.role,
    givenBy: row.given_by,
    isConfirmed: row.role === 'steward' || row.confirmed_by !== null,
  }));
}

/** Who holds which role, and who may change that. */
export function createRoles(floor: Floor, log: LogDoor) {
  return {
    /** Who holds which role; everybody may know. */
    async roles(who: Who) {
      const found = await floor.db.asPerson(who, rows.selectGrants);
      return found.map(({ person_id, name, role, confirmed_by }) => ({
        personId: person_id,
        name,
        role,
        isConfirmed: role === 'steward' || confirmed_by !== null,
      }));
    },

    async give(who: Who, personId: string, role: Role): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        if (!(await rows.isActive(scope, personId))) fail('not-found');
        const grants = await grantsOf(scope);
        if (!isSteward(grants, who.personId)) fail('not-allowed');
        const why = whyNotGive(grants, personId);
        if (why) fail(why);
        await rows.insertGrant(scope, { personId, role, now: floor.clock.now() });
        await log.write(scope, { action: 'access.give-role', about: { personId, role } });
      });
    },

    async confirm(who: Who, personId: string): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        const why = whyNotConfirm(await grantsOf(scope), personId, who.personId);
        if (why) fail(why);
        await rows.confirmGrant(scope, personId);
        await log.write(scope, { action: 'access.confirm-role', about: { personId, role: 'works-council' } });
      });
    },

    async take(who: Who, personId: string, role: Role): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        const grants = await grantsOf(scope);
        // Another may have taken the caller's own role a moment ago.
        if (!isSteward(grants, who.personId)) fail('not-allowed');
        const why = whyNotTake(grants, personId, role);
        if (why) fail(why);
        await rows.deleteGrant(scope, personId, role);
        await log.write(scope, { action: 'access.take-role', about: { personId, role } });
      });
    },
  };
}
