import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '#contract/common.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { searchTextOf } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';
import * as rows from './workspace.queries.ts';
import { codeFrom, plainCode } from './workspace.rules.ts';

export interface Facts {
  name: string;
  purpose: string;
  timezone: string;
  language: Language;
}

export interface SetUp extends Facts {
  code: string;
  steward: { name: string; email: string };
}

type MailInput = MailSettings;

const storedMail = z.object({
  host: z.string(),
  port: z.number(),
  secure: z.boolean(),
  user: z.string().optional(),
  sealedPassword: z.string().optional(),
  from: z.string(),
});

/** The organisation itself: its first set-up, its name and purpose, how its mail leaves. */
export function createWorkspace(floor: Floor, log: LogDoor) {
  const code = codeFrom(floor.secrets.derive('set-up'));
  return {
    /** The code that the start prints while there is no organisation. */
    setUpCode: (): string => code,

    isSetUp: (): Promise<boolean> => floor.db.asSignIn(rows.hasWorkspace),

    /** Makes the organisation and its first steward; returns the steward's address. */
    async setUp(input: SetUp): Promise<string> {
      const [typed, wanted] = [Buffer.from(plainCode(input.code)), Buffer.from(plainCode(code))];
      if (typed.length !== wanted.length || !timingSafeEqual(typed, wanted)) fail('workspace.wrong-code');
      if (!isTimeZone(input.timezone)) fail('workspace.unknown-time-zone');
      const [workspaceId, personId, now] = [floor.newId(), floor.newId(), floor.clock.now()];
      const email = input.steward.email.trim().toLowerCase();
      const { name, purpose, timezone, language } = input;
      await floor.db.asSignIn(async (scope) => {
        await rows.holdSetUp(scope);
        if (await rows.hasWorkspace(scope)) fail('workspace.already-set-up');
        await rows.insertWorkspace(scope, {
          workspace_id: workspaceId,
          name,
          purpose,
          timezone,
          language,
          created_at: now,
        });
        await rows.insertSteward(scope, {
          workspace_id: workspaceId,
          person_id: personId,
          email,
          name: input.steward.name,
          title: '',
          search_text: searchTextOf(input.steward.name, ''),
          source: 'setup',
          created_at: now,
        });
        await log.writeAs(scope, { workspaceId, personId }, { action: 'workspace.set-up', about: {} });
      });
      return email;
    },

    async get(who: Who): Promise<Facts> {
      const row =
        (await floor.db.asPerson(who, (scope) => rows.selectWorkspace(scope, who.workspaceId))) ?? fail('not-found');
      return { name: row.name, purpose: row.purpose, timezone: row.timezone, language: row.language };
    },

    async change(who: Who, change: { [Field in keyof Facts]?: Facts[Field] | undefined }): Promise<void> {
      if (change.timezone !== undefined && !isTimeZone(change.timezone)) fail('workspace.unknown-time-zone');
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      if (Object.keys(given).length === 0) return;
      await floor.db.asPerson(who, async (scope) => {
        await rows.updateWorkspace(scope, given);
        await log.write(scope, { action: 'workspace.change', about: { fields: Object.keys(given) } });
      });
    },
    ...mail(floor, log),
  };
}

function mail(floor: Floor, log: LogDoor) {
  const stored = async (workspaceId: string) => {
    const row = await floor.db.asSignIn((scope) => rows.selectWorkspace(scope, workspaceId));
    return row?.mail ? storedMail.parse(row.mail) : null;
  };
  const settingsOf = async (workspaceId: string): Promise<MailSettings | null> => {
    const found = await stored(workspaceId);
    if (!found) return null;
    const { sealedPassword, ...settings } = found;
    return { ...settings, ...(sealedPassword ? { password: floor.secrets.open(sealedPassword) } : {}) };
  };
  return {
    /** The organisation's own mail settings, password included, for delivery alone. */
    settingsOf,

    /** The settings as stewards see them, without the password. */
    async mail(who: Who): Promise<Omit<MailSettings, 'password'> | null> {
      const found = await stored(who.workspaceId);
      if (!found) return null;
      const { sealedPassword: _, ...settings } = found;
      return settings;
    },

    /** Stores settings, the password sealed; an absent password keeps the stored one. */
    async setMail(who: Who, input: MailInput): Promise<void> {
      const { password, ...settings } = input;
      const before = await stored(who.workspaceId);
      const sealedPassword = password ? floor.secrets.seal(password) : before?.sealedPassword;
      await floor.db.asPerson(who, async (scope) => {
        await rows.updateWorkspace(scope, {
          mail: JSON.stringify({ ...settings, ...(sealedPassword ? { sealedPassword } : {}) }),
        });
        await log.write(scope, { action: 'workspace.set-mail', about: {} });
      });
    },

    async clearMail(who: Who): Promise<void> {
      await floor.db.asPerson(who, async (scope) => {
        await rows.updateWorkspace(scope, { mail: null });
        await log.write(scope, { action: 'workspace.clear-mail', about: {} });
      });
    },

    /** The caller's own address, for a test mail. */
    async ownAddress(who: Who) {
      return (await floor.db.asPerson(who, rows.selectOwnAddress)) ?? fail('not-found');
    },
  };
}

export type WorkspaceDoor = ReturnType<typeof createWorkspace>;
