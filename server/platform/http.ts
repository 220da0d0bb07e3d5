import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { type AnyRouter, ORPCError, onError, type Router } from '@orpc/server';
import { ResponseHeadersPlugin } from '@orpc/server/plugins';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { RequestContext, Who } from './access-guard.ts';
import type { Log } from './log.ts';

// Bodies larger than this are refused before they are read; photos and directories fit.
const BODY_LIMIT = 34 * 1024 * 1024;

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

export interface Mount {
  /** '' or '/sample'. */
  basePath: string;
  // biome-ignore lint/suspicious/noExplicitAny: the library types a router of any procedures so
  router: Router<any, RequestContext>;
  identify(headers: Headers): Promise<Who | null>;
  /** Passkey ceremonies are the sign-in library's own endpoints; only these paths are reachable. */
  signIn: { paths: readonly string[]; handle(request: Request): Promise<Response> };
  /** Refuses a request before anything else looks at it. */
  admits(request: FastifyRequest): boolean | Promise<boolean>;
}

export interface HttpOptions {
  log: Log;
  trustProxy: boolean;
  webDir: string;
  health(): Promise<boolean>;
}

/** The web server without its mounts: limits, headers, health, and the web app's files. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, trustProxy: options.trustProxy, logger: false, requestTimeout: 60_000 });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode >= 500)
      options.log.error('http.failed', { method: request.method, route: routeOf(request), status: reply.statusCode });
  });
  app.setErrorHandler(async (error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log.error('http.error', { route: routeOf(request), reason: String(error) });
    return reply
      .status(status)
      .send({ code: status === 413 ? 'too-large' : status >= 500 ? 'internal' : 'bad-request', status });
  });
  app.get('/api/health', async (_request, reply) => {
    const healthy = await options.health();
    return reply.status(healthy ? 200 : 503).send({ status: healthy ? 'ok' : 'database-unreachable' });
  });
  await serveWebApp(app, options.webDir);
  return app;
}

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown';

async function serveWebApp(app: FastifyInstance, webDir: string): Promise<void> {
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
    const isPage =
      request.method === 'GET' && !/^(\/sample)?\/api(\/|$)/.test(request.url) && !request.url.startsWith('/assets/');
    if (!isPage) return reply.status(404).send({ code: 'not-found', status: 404 });
    return reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html');
  });
}

/** Adds one organisation's API below its base path. */
export async function mountApi(app: FastifyInstance, mount: Mount, log: Log): Promise<void> {
  const prefix = `${mount.basePath}/api` as const;
  const handler = new OpenAPIHandler<RequestContext>(mount.router, {
    plugins: [new ResponseHeadersPlugin()],
    interceptors: [
      onError((error) => {
        if (error instanceof ORPCError && error.status < 500) return;
        log.error('api.error', { reason: error instanceof Error ? (error.stack ?? error.message) : 'unknown' });
      }),
    ],
  });
  const spec = await specOf(mount.router, prefix);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.addHook('onRequest', async (request, reply) => {
      if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) {
        return reply.status(413).send({ code: 'too-large', status: 413 });
      }
      if (!(await mount.admits(request))) return reply.status(404).send({ code: 'not-found', status: 404 });
    });
    scope.get(`${prefix}/spec.json`, async () => spec);
    for (const path of mount.signIn.paths) {
      scope.all(`${prefix}/auth${path}`, (request, reply) => passOn(request, reply, mount));
    }
    scope.all(`${prefix}/*`, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const headers = headersOf(request);
      const context: RequestContext = { headers, ip: request.ip, identify: () => mount.identify(headers) };
      const { matched } = await handler.handle(request, reply, { prefix: prefix as `/${string}`, context });
      if (!matched) await reply.status(404).send({ code: 'not-found', status: 404 });
    });
  });
}

function specOf(router: AnyRouter, prefix: string): Promise<unknown> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(router, { info: { title: 'Loam', version: '1' }, servers: [{ url: prefix }] });
}

/** Fastify's headers as the web platform's. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function bodyOf(request: FastifyRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.raw) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) throw Object.assign(new Error('too large'), { statusCode: 413 });
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function passOn(request: FastifyRequest, reply: FastifyReply, mount: Mount): Promise<FastifyReply> {
  const url = new URL(request.url, `${request.protocol}://${request.host}`);
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : await bodyOf(request);
  const init = { method: request.method, headers: headersOf(request), ...(body ? { body: new Uint8Array(body) } : {}) };
  const answer = await mount.signIn.handle(new Request(url, init));
  reply.status(answer.status);
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length) reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(await answer.arrayBuffer()));
}
