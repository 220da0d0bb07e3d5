import { z } from 'zod';
import type { Floor } from '#server/platform/floor.ts';

const DAY = 86_400_000;
// The longest that browsers keep a cookie.
const HOLDS = 400 * DAY;
// One browser serves a few people at the most; the last ones are kept.
const MOST_PEOPLE = 4;

const content = z.object({ browser: z.uuid(), people: z.array(z.uuid()).max(MOST_PEOPLE) });

/** What a browser carries once somebody signed in with it. It opens nothing: it only keeps others' asking apart. */
export type KnownBrowser = z.infer<typeof content>;

/** The cookie of a browser that somebody signed in with before; only its own expiry ends it. */
export function knownCookie(floor: Floor) {
  const name = `${floor.basePath ? 'loam-sample' : 'loam'}-known`;
  const secure = floor.baseUrl.startsWith('https:') ? '; Secure' : '';
  const pattern = new RegExp(`(?:^|; )${name}=([^;]+)`);

  const read = (headers: Headers): KnownBrowser | undefined => {
    try {
      const carried = pattern.exec(headers.get('cookie') ?? '')?.[1] ?? '';
      const { until, known } = JSON.parse(floor.secrets.open(carried));
      return until > floor.clock.now().getTime() ? content.parse(known) : undefined;
    } catch {
      return undefined;
    }
  };

  return {
    /** Whether anybody signed in with this browser before. */
    isKnown: (headers: Headers): boolean => read(headers) !== undefined,

    /** This browser's number where it is known for a person, else null. */
    browserOf(headers: Headers, personId: string | undefined): string | null {
      const known = read(headers);
      return known && personId && known.people.includes(personId) ? known.browser : null;
    },

    /** The cookie that makes a browser known for one person more. */
    make(headers: Headers, personId: string): string {
      const before = read(headers);
      const others = before?.people.filter((id) => id !== personId) ?? [];
      const people = [personId, ...others].slice(0, MOST_PEOPLE);
      const until = floor.clock.now().getTime() + HOLDS;
      const sealed = floor.secrets.seal(
        JSON.stringify({ until, known: { browser: before?.browser ?? floor.newId(), people } }),
      );
      const attributes = `Path=${floor.basePath}/; HttpOnly; SameSite=Lax${secure}`;
      return `${name}=${Buffer.from(sealed, 'base64').toString('base64url')}; Max-Age=${HOLDS / 1000}; ${attributes}`;
    },
  };
}
