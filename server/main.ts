import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { createAccess } from './features/access/access.ts';
import { sessionRoutes } from './features/access/access.routes.ts';
import { createDelivery } from './features/delivery/delivery.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import type { Floor } from './platform/floor.ts';
import type { Mount } from './platform/http.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';
import { createSignIn, PASSKEY_PATHS } from './platform/sign-in.ts';

export interface HouseOptions {
  db: Database;
  clock: Clock;
  log: Log;
  secrets: Secrets;
  /** 'http://localhost:4020' */
  origin: string;
  sample: boolean;
  newId?: () => string;
  admits?: (request: FastifyRequest) => boolean;
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
  const delivery = createDelivery(floor);
  const signIn = createSignIn({
    pool: floor.db.signInPool,
    secret: floor.secrets.derive(`session${basePath}`),
    origin: options.origin,
    basePath,
    name: 'Loam',
    mayEnter: (email) => access.mayEnter(email),
    sendCode: async () => undefined,
  });
  const access = createAccess(floor, signIn);
  const router = { session: sessionRoutes(access) };
  const mount: Mount = {
    basePath,
    router,
    identify: access.identify,
    signIn: { paths: PASSKEY_PATHS, handle: signIn.handle },
    admits: options.admits ?? (() => true),
  };
  return { floor, signIn, mount, doors: { access, delivery } };
}

export type House = ReturnType<typeof createHouse>;
