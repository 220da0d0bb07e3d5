import type { AccessDeps } from '../access.deps.ts';

export type CookieDeps = Pick<AccessDeps, 'clock' | 'secrets' | 'baseUrl' | 'basePath'>;

const nameOf = ({ basePath }: CookieDeps, suffix: string) => `${basePath ? 'loam-sample' : 'loam'}-${suffix}`;

const attributesOf = ({ basePath, baseUrl }: CookieDeps) =>
  `Path=${basePath}/; HttpOnly; SameSite=Lax${baseUrl.startsWith('https:') ? '; Secure' : ''}`;

/** A cookie that only this server can read, for a time in milliseconds. */
export function sealedCookie(deps: CookieDeps, suffix: string, content: object, holds: number): string {
  const sealed = deps.secrets.seal(JSON.stringify({ until: deps.clock.now().getTime() + holds, ...content }));
  const carried = Buffer.from(sealed, 'base64').toString('base64url');
  return `${nameOf(deps, suffix)}=${carried}; Max-Age=${holds / 1000}; ${attributesOf(deps)}`;
}

/** What a browser carries; empty where it carries nothing of ours, or for too long. */
export function openCookie(deps: CookieDeps, suffix: string, headers: Headers): Record<string, unknown> {
  const pattern = new RegExp(`(?:^|; )${nameOf(deps, suffix)}=([^;]+)`);
  try {
    const carried = pattern.exec(headers.get('cookie') ?? '')?.[1] ?? '';
    const { until, ...content } = JSON.parse(deps.secrets.open(carried));
    return until > deps.clock.now().getTime() ? content : {};
  } catch {
    return {};
  }
}

export const endedCookie = (deps: CookieDeps, suffix: string): string =>
  `${nameOf(deps, suffix)}=; Max-Age=0; ${attributesOf(deps)}`;
