import { z } from 'zod';
import type { AccessDeps } from '../access.deps.ts';
import { type CookieDeps, openCookie, sealedCookie } from './sealed-cookie.ts';

const DAY = 86_400_000;
// The longest that browsers keep a cookie.
const HOLDS = 400 * DAY;
// One browser serves a few people at the most; the last ones are kept.
const MOST_PEOPLE = 4;
const SUFFIX = 'known';

const content = z.object({ browser: z.uuid(), people: z.array(z.uuid()).max(MOST_PEOPLE) });

/** What a browser carries once somebody signed in with it. It opens nothing: it only keeps others' asking apart. */
type KnownBrowser = z.infer<typeof content>;

const readKnown = (deps: CookieDeps, headers: Headers): KnownBrowser | undefined =>
  content.safeParse(openCookie(deps, SUFFIX, headers).known).data;

/** Whether anybody signed in with this browser before; only the cookie's own expiry ends that. */
export const isKnownBrowser = (deps: CookieDeps, headers: Headers): boolean => readKnown(deps, headers) !== undefined;

/** This browser's number where it is known for a person, else null. */
export function knownBrowserOf(deps: CookieDeps, headers: Headers, personId: string | undefined): string | null {
  const known = readKnown(deps, headers);
  return known && personId && known.people.includes(personId) ? known.browser : null;
}

/** The cookie that makes a browser known for one person more. */
export function knownCookie(deps: CookieDeps & Pick<AccessDeps, 'newId'>, headers: Headers, personId: string): string {
  const before = readKnown(deps, headers);
  const others = before?.people.filter((id) => id !== personId) ?? [];
  const people = [personId, ...others].slice(0, MOST_PEOPLE);
  return sealedCookie(deps, SUFFIX, { known: { browser: before?.browser ?? deps.newId(), people } }, HOLDS);
}
