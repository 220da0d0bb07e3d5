import type { z } from 'zod';
import type { Floor } from '#server/platform/floor.ts';

const HOLDS = 10 * 60_000;

/** What the browser that asked for something carries for ten minutes, sealed, and no other browser has. */
export function askedCookie<Content extends z.ZodObject>(floor: Floor, suffix: string, content: Content) {
  const name = `${floor.basePath ? 'loam-sample' : 'loam'}-${suffix}`;
  const secure = floor.baseUrl.startsWith('https:') ? '; Secure' : '';
  const attributes = `Path=${floor.basePath}/; HttpOnly; SameSite=Lax${secure}`;
  const pattern = new RegExp(`(?:^|; )${name}=([^;]+)`);
  return {
    make(value: z.infer<Content>): string {
      const sealed = floor.secrets.seal(JSON.stringify({ until: floor.clock.now().getTime() + HOLDS, value }));
      return `${name}=${Buffer.from(sealed, 'base64').toString('base64url')}; Max-Age=${HOLDS / 1000}; ${attributes}`;
    },

    /** What this browser asked for; undefined where it did not, or too long ago. */
    read(headers: Headers): z.infer<Content> | undefined {
      try {
        const carried = pattern.exec(headers.get('cookie') ?? '')?.[1] ?? '';
        const { until, value } = JSON.parse(floor.secrets.open(carried));
        return until > floor.clock.now().getTime() ? content.parse(value) : undefined;
      } catch {
        return undefined;
      }
    },

    cleared: `${name}=; Max-Age=0; ${attributes}`,
  };
}
