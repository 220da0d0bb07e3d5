import type { MailWay } from '#contract/delivery.ts';
import { type Channel, type Envelope, Refused } from '#server/ports/channel.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import type { DeliveryDeps } from '../delivery.deps.ts';
import { marked, type Trouble, type Uses, type Way, wayOf } from './way.rules.ts';

/** How mail of a workspace leaves. */
export interface Route {
  channel: Channel;
  /** The sender's address. */
  from: string;
}

interface Step extends Route {
  uses: Uses;
}

/** The way in use, and why it is not the stored one. */
export interface WayInUse {
  uses: Uses;
  trouble: Trouble | null;
}

const stepOf = (deps: DeliveryDeps, { uses, settings }: Way['ways'][number]): Step =>
  settings
    ? { uses, channel: deps.smtp(settings), from: settings.from }
    : { uses, channel: deps.file, from: deps.from };

const wayThrough = (deps: DeliveryDeps, stored: StoredMail | null): Way =>
  wayOf(stored, deps.settings, deps.clock.now());

/** The next way where the first took nothing, through these stored settings or the server's own. */
export function routeThrough(deps: DeliveryDeps, workspaceId: string | null, stored: StoredMail | null): Route {
  if (deps.sample) return { channel: deps.kept, from: deps.from };
  const steps = wayThrough(deps, stored).ways.map((way) => stepOf(deps, way));
  const [first] = steps;
  const note = async (uses: Uses, error?: Refused): Promise<void> => {
    const what = error?.reason ?? null;
    if (uses !== 'stored' || workspaceId === null || (what === null && !stored?.trouble)) return;
    // A note that cannot be written stops no mail.
    await deps.noteTrouble(workspaceId, what).catch(() => undefined);
  };
  return { channel: { name: first?.channel.name ?? '', send: sendInTurn(steps, note) }, from: first?.from ?? '' };
}

/** A way by settings that are only tried out; the sample organisation has none. */
export const routeTo = (deps: DeliveryDeps, settings: MailSettings): Route =>
  deps.sample ? { channel: deps.kept, from: deps.from } : { channel: deps.smtp(settings), from: settings.from };

/** The way that mail of a workspace takes now. */
export async function findRoute(deps: DeliveryDeps, workspaceId: string | null): Promise<Route> {
  const stored = workspaceId && !deps.sample ? await deps.settingsOf(workspaceId) : null;
  return routeThrough(deps, workspaceId, stored);
}

/** Whether messages are sent, or written to a folder. */
export async function findDestination(deps: DeliveryDeps, workspaceId: string | null): Promise<MailWay> {
  if (deps.sample) return 'kept';
  const stored = workspaceId === null ? null : await deps.settingsOf(workspaceId);
  return wayThrough(deps, stored).ways[0]?.uses === 'folder' ? 'folder' : 'smtp';
}

export async function findMark(
  deps: DeliveryDeps,
  workspaceId: string,
  settings?: MailSettings,
): Promise<string | null> {
  if (deps.sample) return null;
  const stored = settings ? null : await deps.settingsOf(workspaceId);
  const used = settings ?? wayThrough(deps, stored).ways[0]?.settings;
  return used ? deps.secrets.derive(`mail-mark ${marked(used)}`) : null;
}

export async function findWayInUse(deps: DeliveryDeps, workspaceId: string): Promise<WayInUse> {
  if (deps.sample) return { uses: 'folder', trouble: null };
  const { ways, trouble } = wayThrough(deps, await deps.settingsOf(workspaceId));
  return { uses: ways[0]?.uses ?? 'folder', trouble };
}

function sendInTurn(steps: readonly Step[], note: (uses: Uses, error?: Refused) => Promise<void>) {
  return async (envelope: Envelope): Promise<void> => {
    const failures: unknown[] = [];
    for (const { uses, channel, from } of steps) {
      try {
        await channel.send({ ...envelope, from: { ...envelope.from, address: from } });
        return await note(uses);
      } catch (error) {
        if (!(error instanceof Refused && error.isBeforeReceivers)) throw error;
        failures.push(error);
        await note(uses, error);
      }
    }
    throw failures[0];
  };
}
