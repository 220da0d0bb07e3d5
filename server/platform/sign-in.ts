import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { emailOTP } from 'better-auth/plugins/email-otp';
import type { Pool } from 'pg';

export interface SignInOptions {
  pool: Pool;
  secret: string;
  /** 'http://localhost:4020', without a path. */
  origin: string;
  /** '' or '/sample': keeps the cookies of the two organisations apart. */
  basePath: string;
  name: string;
  /** Whether somebody with this address may have a session at all; asked again at every new session. */
  mayEnter(email: string, userId?: string): Promise<boolean>;
}

export interface SessionInfo {
  sessionId: string;
  userId: string;
  email: string;
}

/** Paths of the passkey ceremonies, the only endpoints of the library that are reachable from outside. */
export const PASSKEY_PATHS = [
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/list-user-passkeys',
  '/passkey/delete-passkey',
] as const;

const TWO_WEEKS = 14 * 24 * 3600;

function library(options: SignInOptions) {
  const { origin, basePath } = options;
  return betterAuth({
    appName: options.name,
    baseURL: origin,
    basePath: `${basePath}/api/auth`,
    secret: options.secret,
    database: options.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    session: { expiresIn: TWO_WEEKS, updateAge: 24 * 3600, cookieCache: { enabled: false } },
    trustedOrigins: [origin],
    advanced: {
      cookiePrefix: basePath ? 'loam-sample' : 'loam',
      defaultCookieAttributes: { path: `${basePath}/`, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      user: { create: { before: async (user) => await options.mayEnter(user.email) } },
      session: {
        create: {
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId);
            return Boolean(user && (await options.mayEnter(user.email, user.id)));
          },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: 600,
        allowedAttempts: 5,
        storeOTP: 'hashed',
        // Codes are made and sent by the access feature.
        sendVerificationOTP: async () => undefined,
      }),
      passkey({ rpID: new URL(origin).hostname, rpName: options.name, origin }),
    ],
  });
}

/** Sign-in by typed code and passkey, on the library's own tables. */
export function createSignIn(options: SignInOptions) {
  const auth = library(options);
  return {
    /** The session of a request's cookies, or null. */
    async sessionOf(headers: Headers): Promise<SessionInfo | null> {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers });
      return found && { sessionId: found.session.id, userId: found.user.id, email: found.user.email };
    },
    /** Makes a code for an address; nothing is sent here. */
    async newCode(email: string): Promise<string> {
      return auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
    },
    /** Checks a typed code; on success the cookies of the new session, which remembers the device, else null. */
    async enter(email: string, code: string, device = ''): Promise<{ userId: string; cookies: string[] } | null> {
      try {
        const { headers, response } = await auth.api.signInEmailOTP({
          body: { email, otp: code },
          headers: new Headers(device ? { 'user-agent': device } : {}),
          returnHeaders: true,
        });
        return { userId: response.user.id, cookies: headers.getSetCookie() };
      } catch {
        return null;
      }
    },
    async sessions(headers: Headers) {
      return auth.api.listSessions({ headers });
    },
    async endSession(headers: Headers, token: string): Promise<void> {
      await auth.api.revokeSession({ headers, body: { token } });
    },
    /** Ends the session of these cookies; the answer's cookies clear it in the browser. */
    async leave(headers: Headers): Promise<string[]> {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },
    handle: (request: Request): Promise<Response> => auth.handler(request),
  };
}

export type SignIn = ReturnType<typeof createSignIn>;
