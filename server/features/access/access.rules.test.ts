import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deviceOf,
  type Grant,
  isSteward,
  joinTokenText,
  LIMITS,
  nameFrom,
  readJoinToken,
  whyNotConfirm,
  whyNotGive,
  whyNotTake,
  windowStart,
} from './access.rules.ts';

const PEOPLE = ['a', 'b', 'c', 'd'];
const someone = fc.constantFrom(...PEOPLE);
const role = fc.constantFrom('steward' as const, 'works-council' as const);
const step = fc.record({ kind: fc.constantFrom('give', 'confirm', 'take'), by: someone, whom: someone, role });

/** One step as the door takes it: stewards give and take, anybody may try to confirm. */
function after(
  grants: Grant[],
  { kind, by, whom, role }: { kind: string; by: string; whom: string; role: Grant['role'] },
) {
  if (kind === 'confirm') {
    if (whyNotConfirm(grants, whom, by)) return grants;
    return grants.map((grant) => (grant.personId === whom ? { ...grant, isConfirmed: true } : grant));
  }
  if (!isSteward(grants, by)) return grants;
  if (kind === 'give') {
    if (whyNotGive(grants, whom)) return grants;
    return [...grants, { personId: whom, role, givenBy: by, isConfirmed: role === 'steward' }];
  }
  if (whyNotTake(grants, whom, role)) return grants;
  return grants.filter((grant) => grant.personId !== whom || grant.role !== role);
}

describe('roles', () => {
  it('whatever people try: a steward stays, nobody holds both, and no council member comes from one person', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let grants: Grant[] = [{ personId: 'a', role: 'steward', givenBy: 'a', isConfirmed: true }];
        for (const taken of steps) {
          const before = grants;
          grants = after(grants, taken);
          expect(grants.some((grant) => grant.role === 'steward')).toBe(true);
          expect(new Set(grants.map((grant) => grant.personId)).size).toBe(grants.length);
          if (grants === before || taken.kind !== 'confirm') continue;
          const confirmed = grants.find((grant) => grant.personId === taken.whom);
          expect([confirmed?.givenBy, confirmed?.personId]).not.toContain(taken.by);
        }
      }),
    );
  });

  it('lets a confirmed member confirm, and not one who waits', () => {
    const council = (personId: string, isConfirmed: boolean): Grant => ({
      personId,
      role: 'works-council',
      givenBy: 'a',
      isConfirmed,
    });
    expect(whyNotConfirm([council('b', true), council('c', false)], 'c', 'b')).toBeUndefined();
    expect(whyNotConfirm([council('b', false), council('c', false)], 'c', 'b')).toBe('access.two-people');
    expect(whyNotConfirm([council('b', true)], 'b', 'c')).toBe('not-found');
  });
});

describe('limits', () => {
  it('put any two instants of one window together, and no others', () => {
    const limit = LIMITS.codesPerReceiver;
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
