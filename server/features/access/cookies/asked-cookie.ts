import type { z } from 'zod';
import { type CookieDeps, endedCookie, openCookie, sealedCookie } from './sealed-cookie.ts';

const HOLDS = 10 * 60_000;

/** What the browser that asked for something carries for ten minutes, sealed, and no other browser has. */
export interface AskedCookie<Content extends z.ZodObject> {
  suffix: string;
  content: Content;
}

export const askedCookie = <Content extends z.ZodObject>(
  deps: CookieDeps,
  { suffix }: AskedCookie<Content>,
  value: z.infer<Content>,
): string => sealedCookie(deps, suffix, { value }, HOLDS);

/** What this browser asked for; undefined where it did not, or too long ago. */
export const whatWasAsked = <Content extends z.ZodObject>(
  deps: CookieDeps,
  { suffix, content }: AskedCookie<Content>,
  headers: Headers,
): z.infer<Content> | undefined => content.safeParse(openCookie(deps, suffix, headers).value).data;

export const askedNoMore = (deps: CookieDeps, { suffix }: AskedCookie<z.ZodObject>): string =>
  endedCookie(deps, suffix);
