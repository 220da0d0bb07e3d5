import { afterAll, beforeAll, inject } from 'vitest';
import { attack } from '#test/helpers/attack.ts';
import { createWorld, type World } from '#test/helpers/world.ts';
import type { Scope } from '../../server/platform/database.ts';

const DAY = 86_400_000;
const MEMBER = 'works-council' as const;

let world: World;
let steward = '';
let colleague = '';
let member = '';
beforeAll(async () => {
  world = await createWorld(inject('adminUrl'));
  world.clock.set('2026-03-02T09:00:00Z');
  steward = await world.addPerson({ name: 'Amara Okafor', roles: ['steward'] });
  colleague = await world.addPerson({ name: 'Jonas Brandt' });
  member = await world.addPerson({ name: 'Nadia Rahimi' });
  const { access } = world.services.doors;
  for (const name of ['amara.okafor', 'jonas.brandt', 'nadia.rahimi']) await access.enterAs(`${name}@example.test`);
  world.clock.advance(DAY);
  await access.give(asSteward(steward), member, MEMBER);
  await access.confirm(world.who(colleague), member);
  world.clock.advance(60 * DAY);
});
afterAll(() => world.close());

const asSteward = (personId: string) => world.who(personId, ['steward']);
const idOf = async (email: string): Promise<string> =>
  (await world.owner.query<{ id: string }>('select person_id as id from person where email = $1', [email])).rows[0]
    ?.id ?? '';
const signIn = (email: string) => world.services.doors.access.enterAs(email);
let puppets = 0;
const newAddress = () => `puppet${++puppets}@example.test`;

/** Ways in which a steward comes by another self. */
const MAKINGS: Record<string, (by: string) => Promise<{ id: string; email: string }>> = {
  invited: async (by) => {
    const email = newAddress();
    await world.services.doors.access.entry.invite(asSteward(by), [email]);
    return { id: await idOf(email), email };
  },
  imported: async (by) => {
    const email = newAddress();
    await apply(by, `name,email\nSock Puppet ${puppets},${email}`);
    return { id: await idOf(email), email };
  },
  'joined by link': async (by) => {
    const { access } = world.services.doors;
    const email = newAddress();
    const { url } = await access.entry.makeLink(asSteward(by), 'example.test');
    await access.entry.join({ token: url.split('/join/')[1] ?? '', name: 'Joined Puppet' }, email);
    return { id: await idOf(email), email };
  },
  'given the address of somebody who never came': async (by) => {
    const email = newAddress();
    const [name, externalId] = [`Dora Dormant ${puppets}`, `d${puppets}`];
    const dormant = await world.addPerson({ name });
    await world.owner.query(
      "update person set external_id = $2, created_at = created_at - interval '90 days' where person_id = $1",
      [dormant, externalId],
    );
    await apply(by, `name,email,externalId\n${name},${email},${externalId}`);
    return { id: await idOf(email), email };
  },
};

async function apply(by: string, text: string) {
  const { imports } = world.services.doors;
  const bytes = new TextEncoder().encode(text);
  const { id } = await imports.preview(asSteward(by), { bytes, fileName: 'people.csv', complete: false });
  world.clock.advance(1000);
  await imports.apply(asSteward(by), id);
}

/** A complete directory in which the council's member is missing. */
async function leaveOut(by: string) {
  const { rows } = await world.owner.query<{ name: string; email: string }>(
    "select name, email from person where status = 'active' and person_id <> $1",
    [member],
  );
  const { imports } = world.services.doors;
  const bytes = new TextEncoder().encode(
    ['name,email', ...rows.map(({ name, email }) => `${name},${email}`)].join('\n'),
  );
  const { id, counts } = await imports.preview(asSteward(by), { bytes, fileName: 'people.csv', complete: true });
  await imports.apply(asSteward(by), id, counts.gone);
}

async function council(): Promise<string[]> {
  const { rows } = await world.owner.query<{ id: string }>(
    `select g.person_id as id from role_grant g join person p using (workspace_id, person_id)
     where g.role = 'works-council' and g.confirmed_by is not null and p.status = 'active'`,
  );
  return rows.map(({ id }) => id);
}

/** What one person with all these selves tries, over the doors and past them, to set up and to take down a council. */
async function tryAll(selves: readonly string[], candidate: string, tried: () => void): Promise<string | undefined> {
  const { access } = world.services.doors;
  const quietly = async (work: Promise<unknown>) => {
    tried();
    await work.catch(() => undefined);
  };
  for (const giver of selves) {
    await quietly(access.give(asSteward(giver), candidate, MEMBER));
    await quietly(access.take(asSteward(giver), member, MEMBER));
    await quietly(leaveOut(giver));
    // A proposal waits while the selves sign in again.
    world.clock.advance(60_000);
    for (const self of [...selves, candidate]) {
      await quietly(access.confirm(world.who(self, ['steward', MEMBER]), candidate));
      await quietly(access.confirmEnd(world.who(self, ['steward', MEMBER]), member));
      for (const statement of statements(self, candidate)) await quietly(world.db.asPerson(world.who(self), statement));
    }
    if ((await council()).join() !== member) return `by ${selves.indexOf(giver)}`;
    await quietly(access.keep(asSteward(giver), member));
    await quietly(access.take(asSteward(giver), candidate, MEMBER));
  }
  return (await council()).join() === member ? undefined : 'at the end';
}

/** What a hand on the database tries as one person, under row-level security. */
function statements(self: string, candidate: string): ((scope: Scope) => Promise<unknown>)[] {
  const now = world.clock.now();
  const grants = (db: Scope['db']) => db.updateTable('role_grant').where('role', '=', MEMBER);
  const row = { workspace_id: world.workspaceId, person_id: candidate, role: MEMBER, given_by: self, given_at: now };
  return [
    ({ db }) => grants(db).set({ confirmed_by: self, confirmed_at: now }).where('person_id', '=', candidate).execute(),
    ({ db }) =>
      grants(db).set({ confirmed_by: colleague, confirmed_at: now }).where('person_id', '=', candidate).execute(),
    ({ db }) =>
      db
        .insertInto('role_grant')
        .values({ ...row, confirmed_by: colleague })
        .execute(),
    ({ db }) => db.deleteFrom('role_grant').where('person_id', '=', member).execute(),
    ({ db }) => grants(db).set({ confirmed_by: null }).where('person_id', '=', member).execute(),
    ({ db }) =>
      grants(db)
        .set({ end_by: colleague, end_at: now, ended_by: self, ended_at: now })
        .where('person_id', '=', member)
        .execute(),
    async ({ db }) => {
      await grants(db).set({ end_by: self, end_at: now }).where('person_id', '=', member).execute();
      await grants(db).set({ ended_by: self, ended_at: now }).where('person_id', '=', member).execute();
      await db.deleteFrom('role_grant').where('person_id', '=', member).execute();
    },
    ({ db }) =>
      db
        .updateTable('auth.identity')
        .set({ first_at: new Date(0) })
        .where('person_id', '=', self)
        .execute(),
    ({ db }) =>
      db.deleteFrom('auth.identity').where('person_id', '=', colleague).where('issuer', '=', 'user').execute(),
    ({ db }) =>
      db
        .insertInto('auth.identity')
        .values({
          issuer: 'user',
          subject: `made-up-${self}`,
          workspace_id: world.workspaceId,
          person_id: self,
          first_at: new Date(0),
        })
        .execute(),
  ];
}

attack(
  'works-council-alone',
  async ({ tried, succeeded }) => {
    const { access } = world.services.doors;
    for (const [how, make] of Object.entries(MAKINGS)) {
      for (const isSteward of [false, true]) {
        const puppet = await make(steward);
        if (!puppet.id) throw new Error(`Nobody was ${how}.`);
        await signIn(puppet.email);
        world.clock.advance(1000);
        if (isSteward) await access.give(asSteward(steward), puppet.id, 'steward');
        const candidate = await MAKINGS.invited?.(steward);
        for (const days of [0, 29]) {
          world.clock.advance(days * DAY);
          const won = await tryAll([steward, puppet.id], candidate?.id ?? '', tried);
          if (won) return succeeded(`${how}${isSteward ? ', made steward' : ''}, after ${days} days, ${won}`);
        }
        if (isSteward) await access.take(asSteward(steward), puppet.id, 'steward');
        world.clock.advance(40 * DAY);
      }
    }

    // A makes B, B makes C, and B is gone; siblings; whoever signs in only after the proposal.
    const [b, c, d] = [await MAKINGS.invited?.(steward), newAddress(), newAddress()];
    if (!b) throw new Error('Nobody was invited.');
    await signIn(b.email);
    await access.give(asSteward(steward), b.id, 'steward');
    await access.entry.invite(asSteward(b.id), [c, d]);
    await signIn(c);
    world.clock.advance(1000);
    const [third, candidate] = [await idOf(c), await idOf(d)];
    const chain = await tryAll([steward, b.id, third], candidate, tried);
    if (chain) return succeeded(`a chain of two, ${chain}`);
    await world.owner.query('delete from person where person_id = $1', [b.id]);
    const orphan = await tryAll([steward, third], candidate, tried);
    if (orphan) return succeeded(`a chain whose middle is gone, ${orphan}`);

    // Past the month it holds that somebody must have signed in before: the proposal came first.
    const late = await MAKINGS.invited?.(steward);
    if (!late) throw new Error('Nobody was invited.');
    world.clock.advance(31 * DAY);
    await access.give(asSteward(steward), candidate, MEMBER);
    world.clock.advance(1000);
    await signIn(late.email);
    tried();
    await access.confirm(world.who(late.id), candidate).catch(() => undefined);
    if ((await council()).join() !== member) return succeeded('signed in after the proposal');
    await access.take(asSteward(steward), candidate, MEMBER);

    // And somebody independent can: else it would be held by refusing everybody.
    world.clock.advance(1000);
    await access.give(asSteward(steward), candidate, MEMBER);
    world.clock.advance(1000);
    await access.confirm(world.who(colleague), candidate);
    if (!(await council()).includes(candidate)) succeeded('nobody at all can confirm');
  },
  120_000,
);
