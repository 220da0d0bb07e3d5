import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  circleOf,
  deviceOf,
  type Grant,
  hashed,
  isSteward,
  joinTokenText,
  LIMITS,
  MADE_FOR,
  type Making,
  nameFrom,
  plainAddress,
  readJoinToken,
  waiting,
  whyNotGive,
  whyNotSecond,
  whyNotTake,
  windowStart,
} from './access.rules.ts';

const START = new Date('2026-03-02T09:00:00Z').getTime();
const DAY = 86_400_000;

interface World {
  day: number;
  grants: Grant[];
  /** Who brought whom here, by day. */
  brought: (Making & { day: number })[];
  signedIn: Map<string, number>;
}

interface Step {
  kind: 'bring' | 'sign-in' | 'give' | 'confirm' | 'take' | 'lay-down' | 'wait';
  by: string;
  whom: string;
  role: Grant['role'];
}

const at = (day: number) => new Date(START + day * DAY);
const steward = (personId: string): Grant => ({
  personId,
  role: 'steward',
  givenBy: personId,
  givenAt: at(-400),
  isConfirmed: true,
  end: null,
});
const council = (personId: string, isConfirmed: boolean, givenBy = 'a'): Grant => ({
  personId,
  role: 'works-council',
  givenBy,
  givenAt: at(0),
  isConfirmed,
  end: null,
});

function confirmed(world: World, { by, whom }: Step): Grant[] {
  const { day, grants } = world;
  const proposal = waiting(grants.find((grant) => grant.personId === whom));
  if (!proposal) return grants;
  const since = at(day).getTime() - MADE_FOR;
  const recent = grants.filter(({ givenAt }) => givenAt.getTime() > since);
  const stewards = recent.filter(({ role, personId, givenBy }) => role === 'steward' && personId !== givenBy);
  const makings = [
    ...world.brought.filter((each) => at(each.day).getTime() > since),
    ...stewards.map(({ personId: person, givenBy: maker }) => ({ person, maker })),
  ];
  const signedIn = world.signedIn.get(by);
  const candidate = {
    personId: by,
    firstSignIn: signedIn === undefined ? null : at(signedIn),
    givenBy: recent.filter(({ personId }) => personId === by).map(({ givenBy }) => givenBy),
  };
  if (whyNotSecond(proposal, candidate, circleOf(proposal.by, makings))) return grants;
  return proposal.what === 'end'
    ? grants.filter(({ personId }) => personId !== whom)
    : grants.map((grant) => (grant.personId === whom ? { ...grant, isConfirmed: true } : grant));
}

function taken({ day, grants }: World, { by, whom, role }: Step): Grant[] {
  if (!isSteward(grants, by) || whyNotTake(grants, whom, role)) return grants;
  return grants.flatMap((grant) => {
    if (grant.personId !== whom) return [grant];
    return role === 'works-council' && grant.isConfirmed ? [{ ...grant, end: { by, at: at(day) } }] : [];
  });
}

/** One step as the doors take it: stewards bring, give and take, anybody may try to confirm. */
function afterStep(world: World, step: Step): World {
  const { day, grants } = world;
  const { kind, by, whom, role } = step;
  if (kind === 'wait') return { ...world, day: day + 1 };
  if (kind === 'sign-in') return { ...world, signedIn: new Map([[by, day], ...world.signedIn]) };
  if (kind === 'confirm') return { ...world, grants: confirmed(world, step) };
  if (kind === 'take') return { ...world, grants: taken(world, step) };
  if (kind === 'lay-down')
    return { ...world, grants: grants.filter((each) => each.personId !== by || each.role === 'steward') };
  if (!isSteward(grants, by)) return world;
  if (kind === 'bring') {
    const isKnown = whom === 'a' || whom === 'z' || world.brought.some(({ person }) => person === whom);
    return isKnown ? world : { ...world, brought: [...world.brought, { person: whom, maker: by, day }] };
  }
  if (whyNotGive(grants, whom)) return world;
  const given = { personId: whom, role, givenBy: by, givenAt: at(day), isConfirmed: role === 'steward', end: null };
  return { ...world, grants: [...grants, given] };
}

const steps = (who: string[], whom: string[], most: number) =>
  fc.array(
    fc.record({
      kind: fc.constantFrom<Step['kind'][]>('bring', 'sign-in', 'give', 'confirm', 'take', 'lay-down', 'wait'),
      by: fc.constantFrom(...who),
      whom: fc.constantFrom(...whom),
      role: fc.constantFrom('steward' as const, 'works-council' as const),
    }),
    { maxLength: most },
  );

describe('roles', () => {
  it('whatever people try: a steward stays, nobody holds both, and no council member comes or goes by one person', () => {
    const everybody = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(steps(everybody, everybody, 60), (tried) => {
        let world: World = { day: 0, grants: [steward('a')], brought: [], signedIn: new Map() };
        for (const step of tried) {
          const before = world.grants;
          world = afterStep(world, step);
          expect(world.grants.some((grant) => grant.role === 'steward')).toBe(true);
          expect(new Set(world.grants.map((grant) => grant.personId)).size).toBe(world.grants.length);
          if (step.kind !== 'confirm' || before === world.grants) continue;
          const proposal = waiting(before.find((grant) => grant.personId === step.whom));
          expect([proposal?.by, step.whom]).not.toContain(step.by);
        }
      }),
    );
  });

  it('one steward with people of their own making neither sets up a works council nor takes one down within a month', () => {
    const puppets = ['b', 'c', 'd'];
    fc.assert(
      fc.property(steps(['a', ...puppets], [...puppets, 'z'], 29), (tried) => {
        let world: World = {
          day: 0,
          grants: [steward('a'), council('z', true)],
          brought: [],
          signedIn: new Map([['a', -400]]),
        };
        for (const step of tried) {
          const isHere = step.by === 'a' || world.brought.some(({ person }) => person === step.by);
          const isThere =
            step.whom === 'z' || step.kind === 'bring' || world.brought.some((each) => each.person === step.whom);
          if (isHere && isThere) world = afterStep(world, step);
        }
        const members = world.grants.filter(({ role, isConfirmed }) => role === 'works-council' && isConfirmed);
        expect(members.map(({ personId }) => personId)).toEqual(['z']);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, Making[], string[], number | null, string | undefined]>([
    ['somebody who signed in before', [], [], -1, undefined],
    ['somebody who signed in since', [], [], 1, 'access.signed-in-later'],
    ['somebody who never signed in', [], [], null, 'access.signed-in-later'],
    ['whom the proposer made', [{ person: 'x', maker: 'a' }], [], -1, 'access.same-making'],
    ['who made the proposer', [{ person: 'a', maker: 'x' }], [], -1, 'access.same-making'],
    [
      'whom one made by the proposer made',
      [
        { person: 'b', maker: 'a' },
        { person: 'x', maker: 'b' },
      ],
      [],
      -1,
      'access.same-making',
    ],
    [
      'who comes from the same maker',
      [
        { person: 'a', maker: 'b' },
        { person: 'x', maker: 'b' },
      ],
      [],
      -1,
      'access.same-making',
    ],
    ['whose maker is gone', [{ person: 'x', maker: null }], [], -1, 'access.same-making'],
    ['to whom the proposer gave a role', [], ['a'], -1, 'access.same-making'],
    ['whom somebody else made', [{ person: 'x', maker: 'q' }], ['q'], -1, undefined],
  ])('as second person: %s', (_, makings, givenBy, signedIn, why) => {
    const candidate = { personId: 'x', firstSignIn: signedIn === null ? null : at(signedIn), givenBy };
    expect(whyNotSecond({ by: 'a', at: at(0), whom: 'w' }, candidate, circleOf('a', makings))).toBe(why);
    expect(whyNotSecond({ by: 'a', at: at(0), whom: 'x' }, candidate, circleOf('a', []))).toBe('access.two-people');
  });

  it('waits for a second person only where a works-council role, or its end, is open', () => {
    expect(waiting(undefined)).toBeUndefined();
    expect(waiting(steward('a'))).toBeUndefined();
    expect(waiting(council('b', true))).toBeUndefined();
    expect(waiting(council('b', false))).toEqual({ what: 'role', by: 'a', at: at(0), whom: 'b' });
    const end = { by: 'c', at: at(3) };
    expect(waiting({ ...council('b', true), end })).toEqual({ what: 'end', ...end, whom: 'b' });
  });
});

describe('limits', () => {
  it('put any two instants of one window together, and no others', () => {
    const limit = LIMITS.privateCodes;
    const instant = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 3 * limit.within }), (at, later) => {
        const [one, two] = [windowStart(new Date(at), limit), windowStart(new Date(at + later), limit)];
        expect(at - one.getTime()).toBeGreaterThanOrEqual(0);
        expect(at - one.getTime()).toBeLessThan(limit.within);
        if (later >= limit.within) expect(two.getTime()).toBeGreaterThan(one.getTime());
      }),
    );
  });
});

describe('join tokens', () => {
  it('read back what was written, and nothing else', () => {
    const secret = fc.stringMatching(/^[0-9a-f]{32}$/);
    fc.assert(
      fc.property(fc.uuid(), secret, (workspaceId, made) => {
        expect(readJoinToken(joinTokenText({ workspaceId, secret: made }))).toEqual({ workspaceId, secret: made });
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readJoinToken(text)).toBeUndefined();
      }),
    );
    expect(readJoinToken(`${'-'.repeat(36)}.${'a'.repeat(32)}`)).toBeUndefined();
  });
});

describe('words from what is known', () => {
  it.each([
    ['ana.sousa@example.test', 'Ana Sousa'],
    ['li_wei+work@example.test', 'Li Wei Work'],
    ['4711@example.test', '4711@example.test'],
    ['émile@example.test', 'Émile'],
  ])('%s becomes %s', (email, name) => {
    expect(nameFrom(email)).toBe(name);
  });

  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox · Linux'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari · iOS'],
    ['curl/8', ''],
    [null, ''],
  ])('%s is %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });
});

describe('small rules', () => {
  it('addresses compare by the one rule, what is none without case and blanks', () => {
    expect([' Ana@Example.Test ', ' NO address '].map(plainAddress)).toEqual(['ana@example.test', 'no address']);
    expect(hashed('a')).toBe('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb');
  });

  it('the last steward stays, a council member may go, nobody loses what they have not', () => {
    const one = [steward('ana'), council('ben', true)];
    expect(whyNotTake(one, 'ana', 'steward')).toBe('access.needs-steward');
    expect(whyNotTake([...one, steward('cleo')], 'ana', 'steward')).toBeUndefined();
    expect(whyNotTake(one, 'ben', 'works-council')).toBeUndefined();
    expect(whyNotTake(one, 'ben', 'steward')).toBe('not-found');
    expect(whyNotTake(one, 'cleo', 'steward')).toBe('not-found');
    expect([isSteward(one, 'ana'), isSteward(one, 'ben'), isSteward(one, 'cleo')]).toEqual([true, false, false]);
  });

  it('a council role waits until it is confirmed, and its end until that is', () => {
    expect([waiting(undefined), waiting(steward('ana')), waiting(council('ben', true))]).toEqual(
      Array(3).fill(undefined),
    );
    expect(waiting(council('ben', false))).toEqual({ what: 'role', by: 'a', at: at(0), whom: 'ben' });
    const ending = { ...council('ben', true), end: { by: 'cleo', at: at(3) } };
    expect(waiting(ending)).toEqual({ what: 'end', by: 'cleo', at: at(3), whom: 'ben' });
  });

  it('a second person is another, of another making, here before the proposal', () => {
    const proposal = { by: 'ana', at: at(0), whom: 'ben' };
    const why = (personId: string, firstSignIn: Date | null, givenBy: string[] = [], circle: string[] = []) =>
      whyNotSecond(proposal, { personId, firstSignIn, givenBy }, new Set(circle));
    expect([why('ana', at(-9)), why('ben', at(-9))]).toEqual(['access.two-people', 'access.two-people']);
    expect(why('cleo', at(-9))).toBeUndefined();
    expect([why('cleo', at(0)), why('cleo', at(1)), why('cleo', null)]).toEqual(
      Array(3).fill('access.signed-in-later'),
    );
    expect(why('cleo', at(-9), [], ['cleo'])).toBe('access.same-making');
    expect(why('cleo', at(-9), ['dora', 'ana'], ['ana'])).toBe('access.same-making');
    expect(why('cleo', at(-9), ['dora'], ['ana'])).toBeUndefined();
  });

  it('a join token is a workspace and a secret, and nothing around them', () => {
    const token = { workspaceId: '11111111-2222-4333-8444-555555555555', secret: 'ab'.repeat(16) };
    const text = joinTokenText(token);
    expect(readJoinToken(text)).toEqual(token);
    for (const other of [`${text}0`, ` ${text}`, text.slice(1), text.toUpperCase(), token.secret, ''])
      expect(readJoinToken(other)).toBeUndefined();
  });

  it('limits stand as they are', () => {
    const hours = Object.entries(LIMITS).map(
      ([name, { most, within }]) => `${name} ${most} in ${within / 3_600_000} h`,
    );
    expect(hours).toEqual([
      ...['privateCodes 5 in 0.25 h', 'privateCodesPerDay 20 in 24 h', 'privateTries 10 in 0.25 h'],
      ...['joinMailsPerDay 10000 in 24 h', 'sampleEntries 600 in 0.25 h', 'sampleResets 10 in 0.25 h'],
      ...['mailCodeTries 10 in 1 h', 'mailTests 10 in 0.25 h', 'mailTestsPerDay 60 in 24 h'],
      ...['directoryInvitations 10 in 24 h', 'invitationsPerDay 1000 in 24 h'],
    ]);
    expect(MADE_FOR / DAY).toBe(30);
  });
});

it('a role is given to whoever has none', () => {
  const grants = [steward('ana'), council('ben', false)];
  expect(['ana', 'ben'].map((id) => whyNotGive(grants, id))).toEqual(Array(2).fill('access.not-both-roles'));
  expect([whyNotGive(grants, 'cleo'), whyNotGive([], 'ana')]).toEqual([undefined, undefined]);
});
