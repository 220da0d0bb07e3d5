import { type AnyContractProcedure, isContractProcedure } from '@orpc/contract';
import type { FastifyInstance } from 'fastify';
import type { Access } from '#contract/base.ts';
import { contract } from '#contract/contract.ts';
import { createHttp, mountApi } from '../../server/platform/http.ts';
import { silentLog } from '../../server/platform/log.ts';
import type { World } from './world.ts';

export interface Endpoint {
  /** 'people.get' */
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** '/people/{id}' */
  path: string;
  may: Access['may'];
  /** The schema of what it takes, if anything. */
  input: unknown;
}

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const;

function endpointOf(name: string, procedure: AnyContractProcedure): Endpoint {
  const { route, meta, inputSchema } = procedure['~orpc'];
  const method = METHODS.find((known) => known === (route.method ?? 'POST'));
  if (!method || !route.path) throw new Error(`${name} has no method or no path.`);
  return { name, method, path: route.path, may: meta.may ?? 'nobody', input: inputSchema };
}

/** Every endpoint of the contract. */
export function allEndpoints(part: object = contract, above: string[] = []): Endpoint[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const names = [...above, key];
    return isContractProcedure(value) ? [endpointOf(names.join('.'), value)] : allEndpoints(value, names);
  });
}

/** The product's web server on a world's services, without a port; asked as its own pages ask it, unless a request says otherwise. */
export async function appOf(world: World): Promise<FastifyInstance> {
  const app = await createHttp({ log: silentLog, proxies: 0, webDir: '', health: async () => true });
  app.addHook('onRequest', async ({ raw: { headers } }) => {
    if (headers.cookie && !headers['sec-fetch-site']) headers.origin ??= world.services.mount.origin;
  });
  await mountApi(app, world.services.mount, silentLog);
  return app;
}

/** The cookie header of somebody who has just signed in. */
export async function signedIn(world: World, email: string): Promise<string> {
  const cookies = await world.services.doors.access.enterAs(email);
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}
