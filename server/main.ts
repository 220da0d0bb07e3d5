import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { accessNotices } from './features/access/access.notices.ts';
import { accessRoutes, addressesRoutes, sessionRoutes } from './features/access/access.routes.ts';
import { createAccess } from './features/access/access.ts';
import { boundariesRoutes } from './features/boundaries/boundaries.routes.ts';
import { createBoundaries } from './features/boundaries/boundaries.ts';
import { deliveryRoutes } from './features/delivery/delivery.routes.ts';
import { createDelivery, type Notices } from './features/delivery/delivery.ts';
import { directoryRoutes } from './features/directory/directory.routes.ts';
import { createDirectory } from './features/directory/directory.ts';
import { importsRoutes } from './features/imports/imports.routes.ts';
import { createImports, type HeavyImports, sparing } from './features/imports/imports.ts';
import { introductionsRoutes } from './features/introductions/introductions.routes.ts';
import { createIntroductions } from './features/introductions/introductions.ts';
import { logRoutes } from './features/log/log.routes.ts';
import { createLog } from './features/log/log.ts';
import { peopleRoutes } from './features/people/people.routes.ts';
import { createPeople } from './features/people/people.ts';
import { programmesRoutes } from './features/programmes/programmes.routes.ts';
import { createProgrammes } from './features/programmes/programmes.ts';
import { recordsRoutes } from './features/records/records.routes.ts';
import { createRecords } from './features/records/records.ts';
import { sampleRoutes } from './features/sample/sample.routes.ts';
import { createSample } from './features/sample/sample.ts';
import { todayRoutes } from './features/today/today.routes.ts';
import { weekRoutes } from './features/week/week.routes.ts';
import { createWeek } from './features/week/week.ts';
import { workspaceNotices } from './features/workspace/workspace.notices.ts';
import { workspaceRoutes } from './features/workspace/workspace.routes.ts';
import { createWorkspace } from './features/workspace/workspace.ts';
import { createEmlChannel, createSmtpChannel } from './integrations/email/email.ts';
import { keptChannel } from './integrations/kept/kept.ts';
import type { Clock } from './platform/clock.ts';
import type { Database, Scope } from './platform/database.ts';
import type { Floor } from './platform/floor.ts';
import type { Mount } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import { createSignIn, PASSKEY_PATHS } from './platform/sign-in.ts';
import type { MailSettings } from './ports/mail-settings.ts';
import { recordsDeps } from './stored.ts';

export interface HouseOptions {
  db: Database;
  clock: Clock;
  log: Log;
  secrets: Secrets;
  /** 'http://localhost:4020' */
  origin: string;
  sample: boolean;
  newId?: () => string;
  admits?: (request: FastifyRequest) => boolean | Promise<boolean>;
  /** How mail leaves: the server's own SMTP, if any, else files in a folder. Without this nothing leaves. */
  mail?: { folder: string; smtp: MailSettings | null; from: string };
  /** The file of deletions, which survives a restore. */
  erasures?: string | undefined;
  /** The owner's address of the sample organisation's own database. */
  sampleOwnerUrl?: string;
  /** Where directory files are read and compared; in this very thread without it. */
  imports?: HeavyImports;
  /** Wakes the background once a transaction commits. */
  wake?: (scope: Pick<Scope, 'db'>) => Promise<void>;
}

/** Plugs one organisation together: its features' doors, and what the web server mounts. */
export function createHouse(options: HouseOptions) {
  const basePath = options.sample ? '/sample' : '';
  const floor: Floor = {
    db: options.db,
    clock: options.clock,
    log: options.log,
    secrets: options.secrets,
    newId: options.newId ?? randomUUID,
    baseUrl: `${options.origin}${basePath}`,
    basePath,
    sample: options.sample,
  };
  const log = createLog(floor);
  const workspace = createWorkspace({
    ...floor,
    log,
    addFounder: (scope, founder) => access.addFounder(scope, founder),
    tellAtOnce: (who, news) => {
      delivery.tellAtOnce(who, news).catch((error: unknown) => {
        options.log.error('delivery.news-not-told', { reason: error instanceof Error ? error.message : '' });
      });
    },
    whenMailChanged: (who) => delivery.resume(who),
  });
  const delivery = createDelivery({
    ...floor,
    logger: floor.log,
    log,
    smtp: (settings) => createSmtpChannel(settings, options.origin),
    file: options.mail ? createEmlChannel(options.mail.folder) : keptChannel,
    kept: keptChannel,
    settings: options.mail?.smtp ?? null,
    from: options.mail?.from ?? 'loam@localhost.localdomain',
    settingsOf: workspace.settingsOf,
    noteTrouble: workspace.noteTrouble,
    notices: () => notices,
    wake: options.wake ?? (async () => undefined),
  });
  const signIn = createSignIn({
    pool: floor.db.signInPool,
    secret: floor.secrets.derive(`session${basePath}`),
    origin: options.origin,
    basePath,
    name: 'Loam',
    mayEnter: (email, userId) => access.mayEnter(email, userId),
  });
  const records = createRecords({
    ...recordsDeps(floor),
    erasures: options.erasures,
    beforeErased: (scope) => introductions.endAll(scope),
  });
  const people = createPeople({ ...floor, log });
  const access = createAccess({ ...floor, logger: floor.log, signIn, log, delivery, people });
  const boundaries = createBoundaries({
    ...floor,
    whenBlocked: (scope, personId) => introductions.endBetween(scope, personId),
    whenPaused: (scope) => introductions.endAll(scope),
    whenOpened: (workspaceId) => introductions.answerWaiting(workspaceId),
  });
  const introductions = createIntroductions({
    ...floor,
    people,
    boundaries,
    delivery,
    whenLeft: (scope, of) => programmes.whenLeft(scope, of),
    skip: (of, isSkipping) => programmes.skip(of, isSkipping),
  });
  const programmes = createProgrammes({
    ...floor,
    logger: floor.log,
    people,
    boundaries,
    introductions,
    delivery,
    log,
    pressUrl: introductions.pressUrl,
  });
  const { identities, addresses } = access;
  const imports = createImports({
    ...floor,
    log,
    people,
    identities,
    addresses,
    whenApplied: introductions.endDeparted,
  });
  const directory = createDirectory({ ...floor, log, people, identities, addresses, add: access.entry.add });
  const notices: Notices = {
    ...accessNotices,
    ...workspaceNotices,
    ...introductions.notices,
    ...programmes.notices,
  };
  const week = createWeek({ ...floor, people, boundaries, introductions });
  const ownerUrl = options.sampleOwnerUrl;
  const sample = createSample({ ...floor, access, people, introductions, programmes, ownerUrl });
  const parts = {
    session: sessionRoutes(access),
    week: weekRoutes(week),
    boundaries: boundariesRoutes(boundaries),
    introductions: introductionsRoutes(introductions),
    addresses: addressesRoutes(access.addresses),
  };
  const router = {
    ...parts,
    today: todayRoutes(floor.db, {
      me: parts.session.me,
      week: parts.week.get,
      boundaries: parts.boundaries.mine,
      hellos: parts.introductions.hellos,
      introductions: parts.introductions.list,
      address: parts.addresses.mine,
      addressesToAgree: parts.addresses.toAgree,
    }),
    sample: sampleRoutes(sample),
    imports: importsRoutes(sparing(imports, options.imports)),
    access: accessRoutes(access),
    log: logRoutes(log),
    workspace: workspaceRoutes({ workspace, access, delivery, programmes, isSample: options.sample }),
    people: peopleRoutes(people),
    programmes: programmesRoutes(programmes),
    delivery: deliveryRoutes(delivery),
    directory: directoryRoutes(directory),
    records: recordsRoutes(records),
  };
  const mount: Mount = {
    basePath,
    origin: new URL(options.origin).origin,
    router,
    identify: access.identify,
    signIn: { paths: PASSKEY_PATHS, handle: access.ceremony },
    admits: options.admits ?? (() => true),
  };
  const background = {
    send: delivery.sendDue,
    tick: async () => {
      await programmes.runDue();
      await introductions.tendRequests();
      await introductions.remindRhythms();
      await access.forgetCodes();
      await access.addresses.tellAgain();
    },
    daily: async () => {
      await introductions.endDeparted();
      await programmes.daily();
      await delivery.forget();
      await records.forget();
      await access.forget();
      await workspace.forget();
    },
  };
  return {
    floor,
    signIn,
    mount,
    notices,
    background,
    doors: {
      imports,
      sample,
      week,
      boundaries,
      introductions,
      workspace,
      records,
      people,
      programmes,
      access,
      delivery,
      directory,
      log,
    },
  };
}

export type House = ReturnType<typeof createHouse>;
