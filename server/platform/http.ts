import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, ORPCError, onError, type Router } from '@orpc/server';
import { ResponseHeadersPlugin } from '@orpc/server/plugins';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { fromNodeHeaders } from 'better-auth/node';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { errorStatus } from '#contract/errors.ts';
import { BODY_LIMIT } from '#contract/limits.ts';
import type { RequestContext, Who } from './access-guard.ts';
import { createIntake, discard } from './bodies.ts';
import { isDatabaseAway } from './connections.ts';
import type { DatabaseWatch } from './database-watch.ts';
import { errorOf } from './errors.ts';
import type { Log } from './log.ts';
import { type BodyContext, bodyReader, isStorableUrl } from './request-bodies.ts';
import { sameSiteOnly } from './same-site.ts';
import { namesSession } from './sign-in.ts';
import { guardSockets, SOCKET_TIMES } from './sockets.ts';

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
    // The one policy, web/platform/trusted-types.ts, lets no markup through.
    "require-trusted-types-for 'script'; trusted-types default",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** What the API answers is never a page: opened by itself, a photo or file may do nothing. */
const API_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

export interface Mount {
  /** '' or '/sample'. */
  basePath: string;
  /** 'https://loam.example.org': where requests that change something may come from. */
  origin: string;
  router: Router<AnyContractRouter, RequestContext>;
  identify(headers: Headers): Promise<Who | null>;
  /** Passkey ceremonies are the sign-in library's own endpoints; only these paths are reachable. */
  signIn: { paths: readonly string[]; handle(request: Request): Promise<Response> };
  /** Refuses a request before anything else looks at it. */
  admits(request: FastifyRequest): boolean | Promise<boolean>;
  /** Whether the database answers, as last seen and as asked now; absent where nobody looks. */
  database?: Pick<DatabaseWatch, 'isReachable' | 'check'>;
}

export interface HttpOptions {
  log: Log;
  /** How many proxies stand in front; whatever else X-Forwarded-For says was written by the sender. */
  proxies: number;
  webDir: string;
  /** Below each API, what the home page will ask for: it is asked for beside the scripts, not after them. */
  homeAsks?: string;
  /** Whether people reach it by https alone. */
  isSecure?: boolean;
  /** Whether the database answers; without it nothing below the API does. */
  health(): boolean | Promise<boolean>;
}

const UNREACHABLE = { code: 'database-unreachable', status: errorStatus['database-unreachable'] } as const;
// Two years; a subdomain or a list of browsers is not ours to promise for.
const HSTS = 'max-age=63072000';

/** The web server without its mounts: limits, headers, health, and the web app's files. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { requestTimeout, keepAliveTimeout, ...http } = SOCKET_TIMES;
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address, hop) => hop < options.proxies,
    logger: false,
    requestTimeout,
    keepAliveTimeout,
    http,
  });
  guardSockets(app.server);
  // A body is read by who wants it, within its limit.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
    if (options.isSecure) reply.header('strict-transport-security', HSTS);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (!request.raw.complete && hasBody(request)) discard(request.raw);
    if (reply.statusCode >= 500)
      options.log.error('http.failed', { method: request.method, route: routeOf(request), status: reply.statusCode });
  });
  app.setErrorHandler(async (error: { statusCode?: number; status?: number }, request, reply) => {
    if (isDatabaseAway(error)) return reply.status(UNREACHABLE.status).send(UNREACHABLE);
    const status = error.statusCode ?? error.status ?? 500;
    if (status >= 500) options.log.error('http.error', { route: routeOf(request), reason: String(error) });
    return reply
      .status(status)
      .send({ code: status === 413 ? 'too-large' : status >= 500 ? 'internal' : 'bad-request', status });
  });
  app.get('/api/health', async (_request, reply) => {
    const healthy = await options.health();
    return reply.status(healthy ? 200 : 503).send({ status: healthy ? 'ok' : 'database-unreachable' });
  });
  await serveWebApp(app, options);
  return app;
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown';

async function serveWebApp(app: FastifyInstance, { webDir, homeAsks }: HttpOptions): Promise<void> {
  if (!existsSync(webDir)) return;
  await app.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes(`${join('/', 'assets')}/`);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler(async (request, reply) => {
    const isPlace = !/^(\/sample)?\/api(\/|$)/.test(request.url) && !request.url.startsWith('/assets/');
    if (isPlace && request.method === 'OPTIONS') return reply.status(204).header('allow', 'GET, HEAD, OPTIONS').send();
    if (!isPlace || !['GET', 'HEAD'].includes(request.method))
      return reply.status(404).send({ code: 'not-found', status: 404 });
    const [, basePath = '', place = '/'] = /^(\/sample(?=[/?]|$))?([^?]*)/.exec(request.url) ?? [];
    const isInside = namesSession(request.headers.cookie, basePath);
    if (homeAsks && isInside && ['', '/'].includes(place))
      reply.header('link', `<${basePath}/api${homeAsks}>; rel=preload; as=fetch; crossorigin=anonymous`);
    reply.header('cache-control', 'no-cache').header('vary', 'cookie').type('text/html');
    return reply.sendFile(isInside ? 'inside.html' : 'index.html');
  });
}

/** Adds one organisation's API below its base path. */
export async function mountApi(app: FastifyInstance, mount: Mount, log: Log): Promise<void> {
  const prefix = `${mount.basePath}/api` as const;
  const handler = new OpenAPIHandler<BodyContext>(mount.router, {
    plugins: [new ResponseHeadersPlugin()],
    clientInterceptors: [
      onError(async (error) => {
        if (isDatabaseAway(error)) throw errorOf('database-unreachable');
        // Libraries put errors of their own in place of the database's.
        const isForeign = !(error instanceof ORPCError) || error.status >= 500;
        if (isForeign && (await mount.database?.check()) === false) throw errorOf('database-unreachable');
      }),
    ],
    interceptors: [
      onError((error) => {
        if (error instanceof ORPCError && (error.status < 500 || error.code === UNREACHABLE.code)) return;
        log.error('api.error', { reason: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
      }),
      ({ next, request, ...rest }) => {
        // HEAD asks for what GET would answer, without its body.
        const method = request.method === 'HEAD' ? 'GET' : request.method;
        return next({ ...rest, request: { ...request, method, body: rest.context.readBody } });
      },
    ],
  });
  const spec = await specOf(mount.router, prefix);
  const bodies = bodyReader(mount.router, createIntake({ small: BODY_LIMIT }));
  await app.register(async (scope) => {
    scope.addHook('onRequest', sameSiteOnly(prefix, mount.origin));
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('content-security-policy', API_POLICY);
      if (mount.database?.isReachable() === false) return reply.status(UNREACHABLE.status).send(UNREACHABLE);
      if (!(await mount.admits(request))) return reply.status(404).send({ code: 'not-found', status: 404 });
      if (!isStorableUrl(request.url)) return reply.status(400).send({ code: 'bad-request', status: 400 });
    });
    scope.get(`${prefix}/spec.json`, async () => spec);
    for (const path of mount.signIn.paths) {
      scope.all(`${prefix}/auth${path}`, async (request, reply) =>
        passOn(request, reply, { mount, body: await bodies.bytesOf(request, reply) }),
      );
    }
    scope.all(`${prefix}/*`, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const path = request.url.slice(prefix.length).replace(/\?.*$/s, '');
      if (request.method === 'OPTIONS') {
        const methods = bodies.methodsOf(path);
        if (methods.length > 0) return reply.status(204).header('allow', methods.join(', ')).send();
      }
      const headers = fromNodeHeaders(request.headers);
      let known: Promise<Who | null> | undefined;
      const identify = () => {
        known ??= mount.identify(headers);
        return known;
      };
      const readBody = () => bodies.read(request, reply, { path, identify });
      const context: BodyContext = { headers, ip: request.ip, identify, readBody };
      const { matched } = await handler.handle(request, reply, { prefix: prefix as `/${string}`, context });
      if (!matched) await reply.status(404).send({ code: 'not-found', status: 404 });
    });
  });
}

function specOf(router: AnyRouter, prefix: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, { info: { title: 'Loam', version: '1' }, servers: [{ url: prefix }] });
}

async function passOn(
  request: FastifyRequest,
  reply: FastifyReply,
  { mount, body }: { mount: Mount; body: Buffer | null },
): Promise<FastifyReply> {
  if (request.method !== 'GET' && request.method !== 'POST')
    return reply.status(404).send({ code: 'not-found', status: 404 });
  if (request.headers.authorization !== undefined)
    return reply.status(403).send({ code: 'access.token-imports-only', status: 403 });
  // Only the path counts: no header names the place.
  const url = new URL(request.url, 'http://loam.invalid');
  const { method } = request;
  const init = { method, headers: fromNodeHeaders(request.headers), ...(body && { body: new Uint8Array(body) }) };
  const answer = await mount.signIn.handle(new Request(url, init));
  // The library makes a bare 500 of whatever its database said.
  if (answer.status >= 500 && (await mount.database?.check()) === false)
    return reply.status(UNREACHABLE.status).send(UNREACHABLE);
  reply.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}
