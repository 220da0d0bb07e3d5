import type { MailWay } from '#contract/delivery.ts';
import type { Floor } from '#server/platform/floor.ts';
import { type Channel, type Envelope, Refused } from '#server/ports/channel.ts';
import type { MailSettings, StoredMail } from '#server/ports/mail-settings.ts';
import { marked, type Trouble, type Uses, type Way, wayOf } from './way.rules.ts';

/** Ways for mail to leave; main plugs them in. */
export interface WayMeans {
  smtp(settings: MailSettings): Channel;
  /** Where mail goes while there is no SMTP. */
  file: Channel;
  /** Where the sample organisation's mail stays. */
  kept: Channel;
  /** The server's own mail settings, if any. */
  settings: MailSettings | null;
  /** The sender's address where no settings name one. */
  from: string;
  /** The workspace's mail settings, if any; they go before the server's while they work. */
  settingsOf(workspaceId: string): Promise<StoredMail | null>;
  /** Notes why the workspace's own settings did not serve; null once they do again. */
  noteTrouble(workspaceId: string, what: string | null): Promise<void>;
}

/** How mail of a workspace leaves. */
export interface Route {
  channel: Channel;
  /** The sender's address. */
  from: string;
}

export type Ways = ReturnType<typeof createWays>;

/** Finds the way that mail takes, and takes the next one where the first took nothing. */
export function createWays(floor: Floor, means: WayMeans) {
  const stepOf = ({ uses, settings }: Way['ways'][number]) =>
    settings
      ? { uses, channel: means.smtp(settings), from: settings.from }
      : { uses, channel: means.file, from: means.from };
  const routeThrough = (workspaceId: string | null, stored: StoredMail | null): Route => {
    if (floor.sample) return { channel: means.kept, from: means.from };
    const steps = wayOf(stored, means.settings, floor.clock.now()).ways.map(stepOf);
    const [first] = steps;
    const note = async (uses: Uses, error?: Refused): Promise<void> => {
      const what = error?.reason ?? null;
      if (uses !== 'stored' || workspaceId === null || (what === null && !stored?.trouble)) return;
      // A note that cannot be written stops no mail.
      await means.noteTrouble(workspaceId, what).catch(() => undefined);
    };
    return { channel: { name: first?.channel.name ?? '', send: sendInTurn(steps, note) }, from: first?.from ?? '' };
  };
  return {
    routeThrough,

    /** A way by settings that are only tried out; the sample organisation has none. */
    routeTo: (settings: MailSettings): Route =>
      floor.sample ? { channel: means.kept, from: means.from } : { channel: means.smtp(settings), from: settings.from },

    /** The way that mail of a workspace takes now. */
    routeOf: async (workspaceId: string | null): Promise<Route> =>
      routeThrough(workspaceId, workspaceId && !floor.sample ? await means.settingsOf(workspaceId) : null),

    /** Whether messages are sent, or written to a folder. */
    async destination(workspaceId: string | null): Promise<MailWay> {
      if (floor.sample) return 'kept';
      const stored = workspaceId === null ? null : await means.settingsOf(workspaceId);
      return wayOf(stored, means.settings, floor.clock.now()).ways[0]?.uses === 'folder' ? 'folder' : 'smtp';
    },

    /** A fingerprint of settings, or of those that mail goes by now; null where it goes by none. */
    async markOf(workspaceId: string, settings?: MailSettings): Promise<string | null> {
      if (floor.sample) return null;
      const stored = settings ? null : await means.settingsOf(workspaceId);
      const used = settings ?? wayOf(stored, means.settings, floor.clock.now()).ways[0]?.settings;
      return used ? floor.secrets.derive(`mail-mark ${marked(used)}`) : null;
    },

    /** Which way that is, and why not the stored one; for stewards. */
    async wayNow(workspaceId: string): Promise<{ uses: Uses; trouble: Trouble | null }> {
      if (floor.sample) return { uses: 'folder', trouble: null };
      const { ways, trouble } = wayOf(await means.settingsOf(workspaceId), means.settings, floor.clock.now());
      return { uses: ways[0]?.uses ?? 'folder', trouble };
    },
  };
}

interface Step {
  uses: Uses;
  channel: Channel;
  from: string;
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
