import { isContractProcedure } from '@orpc/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '#contract/base.ts';
import { contract } from '#contract/contract.ts';
import { type ErrorCode, errorStatus } from '#contract/errors.ts';

type Refusal = Extract<ErrorCode, 'not-same-site' | 'unsupported-media-type'>;

/** What a request says of where it comes from and of its body. */
export interface Coming {
  method: string;
  /** Below the mount's '/api', without the query. */
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** A passkey ceremony's own endpoint: nothing links there, so that reading counts too. */
  isCeremony?: boolean;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const JSON_BODY = /^application\/json\s*(;|$)/i;
const FILES_BODY = /^multipart\/form-data\s*;/i;
const BUTTON_BODY = /^(application\/x-www-form-urlencoded\s*(;|$)|multipart\/form-data\s*;)/i;

/** Endpoints that take more than JSON, as the contract says: 'POST /imports' as a pattern. */
function formsOf(part: object): { pattern: RegExp; body: RegExp }[] {
  return Object.values(part).flatMap((value) => {
    if (!isContractProcedure(value)) return typeof value === 'object' && value !== null ? formsOf(value) : [];
    const { route, meta } = value['~orpc'];
    const { form }: Partial<Access> = meta;
    if (!form || !route.path) return [];
    const path = route.path.replaceAll(/\{[^}]+\}/g, '[^/]+');
    return [{ pattern: new RegExp(`^${route.method} ${path}$`), body: form === 'files' ? FILES_BODY : BUTTON_BODY }];
  });
}

const FORMS = formsOf(contract);

/** Whether an Origin is this server's own: the address people type, or this very machine under the name it was asked by. */
function isOwn(origin: string, host: string | undefined, own: string): boolean {
  if (origin === own) return true;
  const url = URL.parse(origin);
  return Boolean(url?.protocol === 'http:' && url.origin === origin && LOOPBACK.has(url.hostname) && url.host === host);
}

function comesFromElsewhere({ headers }: Coming, own: string): boolean {
  const [site, origin] = [headers['sec-fetch-site'], headers.origin];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin !== undefined) return typeof origin !== 'string' || !isOwn(origin, String(headers.host), own);
  // A command line and a mail program carry no cookies; every browser of today says where it comes from.
  return site === undefined && Boolean(headers.cookie);
}

function hasWrongBody({ method, path, headers }: Coming): boolean {
  const type = headers['content-type'];
  const isEmpty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
  if (type === undefined) return !isEmpty;
  if (JSON_BODY.test(type.toString())) return false;
  return !FORMS.some(({ pattern, body }) => pattern.test(`${method} ${path}`) && body.test(type.toString()));
}

/** Why a request is not let through, if it is not: it changes something, and comes from another site or as a form. */
export function whyNotSameSite(coming: Coming, own: string): Refusal | undefined {
  if (SAFE.has(coming.method) && !coming.isCeremony) return undefined;
  if (comesFromElsewhere(coming, own)) return 'not-same-site';
  return hasWrongBody(coming) ? 'unsupported-media-type' : undefined;
}

/** A hook for every request below `prefix`: nothing reads a body before. */
export function sameSiteOnly(prefix: string, own: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const path = (request.url.split('?')[0] ?? '').slice(prefix.length);
    const isCeremony = request.routeOptions.url?.startsWith(`${prefix}/auth/`) ?? false;
    const { method, headers } = request;
    const code = whyNotSameSite({ method, path, headers, isCeremony }, own);
    if (code) return reply.status(errorStatus[code]).send({ code, status: errorStatus[code] });
  };
}
