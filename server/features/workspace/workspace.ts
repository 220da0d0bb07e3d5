import type { Language } from '#contract/common.ts';
import type { LogDoor } from '#server/features/log/log.ts';
import { searchTextOf } from '#server/features/people/people.ts';
import type { Who } from '#server/platform/access-guard.ts';
import { isTimeZone } from '#server/platform/clock.ts';
import { consoleCode, isSameCode } from '#server/platform/console-code.ts';
import { fail } from '#server/platform/errors.ts';
import type { Floor } from '#server/platform/floor.ts';
import { createMail, type MailDeps } from './mail/mail.ts';
import { createOverview } from './overview/overview.ts';
import * as rows from './workspace.queries.ts';

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

/** The organisation itself: its first set-up, its name and purpose, how its mail leaves. */
export function createWorkspace(floor: Floor, log: LogDoor, news: Pick<MailDeps, 'tellAtOnce' | 'whenMailChanged'>) {
  const code = consoleCode(floor.secrets.derive('set-up'));
  return {
    /** The code that the start prints while there is no organisation. */
    setUpCode: (): string => code,

    isSetUp: (): Promise<boolean> => floor.db.asSignIn(rows.hasWorkspace),

    /** Makes the organisation and its first steward; returns the steward's address. */
    async setUp(input: SetUp): Promise<string> {
      if (!isSameCode(input.code, code)) fail('workspace.wrong-code');
      if (!isTimeZone(input.timezone)) fail('workspace.unknown-time-zone');
      const [workspaceId, personId, now] = [floor.newId(), floor.newId(), floor.clock.now()];
      const { email } = input.steward;
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
          name_from: 'self',
          welcomed_at: now,
          created_at: now,
        });
        await log.writeAs(scope, { workspaceId, personId }, { action: 'workspace.set-up', about: {} });
      }, workspaceId);
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

    /** The caller's own address, for a test mail. */
    async ownAddress(who: Who) {
      return (await floor.db.asPerson(who, rows.selectOwnAddress)) ?? fail('not-found');
    },
    ...createMail({ floor, log, ...news }),
    ...createOverview({ floor, log }),
  };
}

export type WorkspaceDoor = ReturnType<typeof createWorkspace>;
