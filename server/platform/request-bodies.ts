import { type AnyRouter, traverseContractProcedures } from '@orpc/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access, May } from '#contract/base.ts';
import { BODY_LIMIT } from '#contract/limits.ts';
import { mayCall, type RequestContext, type Who } from './access-guard.ts';
import type { Intake } from './bodies.ts';
import { isStorable, readBody } from './body-shapes.ts';
import { errorOf } from './errors.ts';

export interface BodyContext extends RequestContext {
  readBody(): Promise<unknown>;
}

interface Place {
  method: string;
  pattern: RegExp;
  access: Pick<Access, 'may' | 'token'>;
  limit: number;
}

const isMay = (value: unknown): value is May => typeof value === 'string';

/** Every method and path of a router, with the limit that the contract gives its body. */
function placesOf(router: AnyRouter): Place[] {
  const places: Place[] = [];
  traverseContractProcedures({ router, path: [] }, ({ contract }) => {
    const { route, meta } = contract['~orpc'];
    const pattern = new RegExp(`^${(route.path ?? '').replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
    const may = isMay(meta.may) ? meta.may : 'nobody';
    const access = { may, ...(meta.token === true && { token: true as const }) };
    places.push({ method: route.method ?? 'POST', pattern, access, limit: Number(meta.body ?? BODY_LIMIT) });
  });
  return places;
}

/** Reads bodies, each within the limit of its endpoint; a large one only of somebody who may send it. */
export function bodyReader(router: AnyRouter, intake: Intake) {
  const places = placesOf(router);

  const take = async (request: FastifyRequest, reply: FastifyReply, limit: number): Promise<Buffer> => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') throw errorOf('bad-request');
    const { bytes, release } = await intake.receive(request.raw, limit);
    reply.raw.once('close', release);
    if (bytes.length > BODY_LIMIT) {
      const leave = await intake.enter();
      reply.raw.once('close', leave);
      if (reply.raw.closed) leave();
    }
    return bytes;
  };

  return {
    /** Methods of a path, for OPTIONS. */
    methodsOf(path: string): string[] {
      const found = places.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
      if (found.length === 0) return [];
      return [...found, ...(found.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    },

    /** The bytes of a body as they came; null where there can be none. */
    async bytesOf(request: FastifyRequest, reply: FastifyReply): Promise<Buffer | null> {
      if (request.method === 'GET' || request.method === 'HEAD') return null;
      return take(request, reply, BODY_LIMIT);
    },

    /** What the body of a request to an endpoint says. */
    async read(
      request: FastifyRequest,
      reply: FastifyReply,
      { path, identify }: { path: string; identify(): Promise<Who | null> },
    ): Promise<unknown> {
      const place = places.find(({ method, pattern }) => method === request.method && pattern.test(path));
      const limit = place?.limit ?? BODY_LIMIT;
      if (place && limit > BODY_LIMIT) {
        const answer = mayCall(place.access, await identify());
        if (answer !== 'yes') throw errorOf(answer);
      }
      const bytes = await take(request, reply, limit);
      const body = await readBody(bytes, request.headers['content-type'] ?? '').catch(() => {
        throw errorOf('bad-request');
      });
      if (bytes.length <= BODY_LIMIT && !isStorable(body)) throw errorOf('bad-request');
      return body;
    },
  };
}

/** Whether an address holds only what can be stored. */
export const isStorableUrl = (url: string): boolean => !/%00/i.test(url);
