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
import { createWorkspace, type WorkspaceDoor } from './features/workspace/workspace.ts';
import { createEmlChannel, createSmtpChannel } from './integrations/email/email.ts';
import { keptChannel } from './integrations/kept/kept.ts';
import type { AppContext } from './platform/app-context.ts';
import type { Clock } from './platform/clock.ts';
import type { Database, Scope } from './platform/database.ts';
import type { Mount } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import { createSignIn, PASSKEY_PATHS } from './platform/sign-in.ts';
import type { MailSettings } from './ports/mail-settings.ts';
import { recordsDeps } from './stored.ts';

export interface ServicesOptions {
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

function contextOf(options: ServicesOptions): AppContext {
  const basePath = options.sample ? '/sample' : '';
  return {
    db: options.db,
    clock: options.clock,
    logger: options.log,
    secrets: options.secrets,
    newId: options.newId ?? randomUUID,
    baseUrl: `${options.origin}${basePath}`,
    basePath,
    sample: options.sample,
  };
}

/** How mail leaves, and how the background hears of it. */
const mailDeps = ({ origin, mail, wake }: ServicesOptions, { settingsOf, noteTrouble }: WorkspaceDoor) => ({
  settingsOf,
  noteTrouble,
  smtp: (settings: MailSettings) => createSmtpChannel(settings, origin),
  file: mail ? createEmlChannel(mail.folder) : keptChannel,
  kept: keptChannel,
  settings: mail?.smtp ?? null,
  from: mail?.from ?? 'loam@localhost.localdomain',
  wake: wake ?? (async () => undefined),
});

type MayEnter = Parameters<typeof createSignIn>[0]['mayEnter'];

const signInOf = ({ db, secrets, basePath }: AppContext, origin: string, mayEnter: MayEnter) =>
  createSignIn({
    pool: db.signInPool,
    secret: secrets.derive(`session${basePath}`),
    origin,
    basePath,
    name: 'Loam',
    mayEnter,
  });

const noteUntold =
  ({ logger }: AppContext) =>
  (error: unknown) =>
    logger.error('delivery.news-not-told', { reason: error instanceof Error ? error.message : '' });

/** The doors of all features; what needs one that is plugged in later asks for it late. */
function plugFeatures(context: AppContext, options: ServicesOptions) {
  const log = createLog(context);
  const workspace = createWorkspace({
    ...context,
    log,
    addFounder: (scope, founder) => access.addFounder(scope, founder),
    tellAtOnce: (who, news) => {
      delivery.tellAtOnce(who, news).catch(noteUntold(context));
    },
    whenMailChanged: (who) => delivery.resume(who),
  });
  const delivery = createDelivery({ ...context, ...mailDeps(options, workspace), log, notices: () => notices });
  const signIn = signInOf(context, options.origin, (email, userId) => access.mayEnter(email, userId));
  const records = createRecords({
    ...recordsDeps(context),
    erasures: options.erasures,
    beforeErased: (scope) => introductions.endAll(scope),
  });
  const people = createPeople({ ...context, log });
  const access = createAccess({ ...context, signIn, log, delivery, people });
  const { identities, addresses, entry } = access;
  const boundaries = createBoundaries({
    ...context,
    whenBlocked: (scope, personId) => introductions.endBetween(scope, personId),
    whenPaused: (scope) => introductions.endAll(scope),
    whenOpened: (workspaceId) => introductions.answerWaiting(workspaceId),
  });
  const introductions = createIntroductions({
    ...context,
    people,
    boundaries,
    delivery,
    whenLeft: (scope, left) => programmes.whenLeft(scope, left),
    skip: (skipped, isSkipping) => programmes.skip(skipped, isSkipping),
  });
  const { pressUrl, endDeparted: whenApplied } = introductions;
  const programmes = createProgrammes({ ...context, people, boundaries, introductions, delivery, log, pressUrl });
  const imports = createImports({ ...context, log, people, identities, addresses, whenApplied });
  const directory = createDirectory({ ...context, log, people, identities, addresses, add: entry.add });
  const week = createWeek({ ...context, people, boundaries, introductions });
  const ownerUrl = options.sampleOwnerUrl;
  const sample = createSample({ ...context, access, people, introductions, programmes, ownerUrl });
  const notices: Notices = {
    ...accessNotices,
    ...workspaceNotices,
    ...introductions.notices,
    ...programmes.notices,
  };
  const doors = {
    ...{ imports, sample, week, boundaries, introductions, workspace, records },
    ...{ people, programmes, access, delivery, directory, log },
  };
  return { doors, signIn, notices };
}

type Doors = ReturnType<typeof plugFeatures>['doors'];

/** What the API answers with. */
function routerOf(context: AppContext, doors: Doors, threaded: HeavyImports | undefined) {
  const { access, week, boundaries, introductions, imports, workspace, delivery, programmes } = doors;
  const parts = {
    session: sessionRoutes(access),
    week: weekRoutes(week),
    boundaries: boundariesRoutes(boundaries),
    introductions: introductionsRoutes(introductions),
    addresses: addressesRoutes(access.addresses),
  };
  return {
    ...parts,
    today: todayRoutes(context.db, {
      me: parts.session.me,
      week: parts.week.get,
      boundaries: parts.boundaries.mine,
      hellos: parts.introductions.hellos,
      introductions: parts.introductions.list,
      address: parts.addresses.mine,
      addressesToAgree: parts.addresses.toAgree,
    }),
    sample: sampleRoutes(doors.sample),
    imports: importsRoutes(sparing(imports, threaded)),
    access: accessRoutes(access),
    log: logRoutes(doors.log),
    workspace: workspaceRoutes({ workspace, access, delivery, programmes, isSample: context.sample }),
    people: peopleRoutes(doors.people),
    programmes: programmesRoutes(programmes),
    delivery: deliveryRoutes(delivery),
    directory: directoryRoutes(doors.directory),
    records: recordsRoutes(doors.records),
  };
}

/** What runs without anybody asking. */
function backgroundOf(doors: Doors) {
  const { access, introductions, workspace, delivery, programmes, records } = doors;
  return {
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
}

/** Plugs one organisation together: its features' doors, and what the web server mounts. */
export function createServices(options: ServicesOptions) {
  const context = contextOf(options);
  const { doors, signIn, notices } = plugFeatures(context, options);
  const mount: Mount = {
    basePath: context.basePath,
    origin: new URL(options.origin).origin,
    router: routerOf(context, doors, options.imports),
    identify: doors.access.identify,
    signIn: { paths: PASSKEY_PATHS, handle: doors.access.ceremony },
    admits: options.admits ?? (() => true),
  };
  return { context, signIn, mount, notices, background: backgroundOf(doors), doors };
}

export type Services = ReturnType<typeof createServices>;
