import { z } from 'zod';
import { emailAddress } from '#contract/common.ts';
import { databaseAddress } from './platform/database-address.rules.ts';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1']).transform((text) => text === '1');

/** Scheme, name and port; pages and cookies stand at the root of it. */
const baseUrl = z.url({ protocol: /^https?$/ }).transform((text, { addIssue }) => {
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (pathname === '/' && !`${search}${hash}${username}${password}` && !/[?#]$/.test(text)) return origin;
  addIssue('it is scheme, name and port alone, as in https://loam.example.org; a path needs a subdomain instead');
  return z.NEVER;
});

const database = z.string().transform((text, context) => {
  const read = databaseAddress(text);
  if ('address' in read) return read.address;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

/** Every setting, on one page. docs/guides/configuration.md says the same in sentences. */
const settings = z.object({
  /** Port of the web server. */
  PORT: port.default(4020),
  /** Address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Owner's address of a PostgreSQL database, version 15 or later; an embedded one is started when absent. */
  DATABASE_URL: database.optional(),
  /** Address that bypasses a pooler such as pgbouncer, for jobs and live pages. */
  DATABASE_DIRECT_URL: database.optional(),
  /** Folder for the database, outgoing mail and backups. */
  LOAM_DATA_DIR: z.string().min(1).optional(),
  /** The address people type, for links in mail, passkeys and cookies. */
  LOAM_BASE_URL: baseUrl.optional(),
  /** Number of server processes. */
  LOAM_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** Secret of this instance; made and kept in the data folder when absent. */
  LOAM_SECRET: z.string().min(32).optional(),
  /** 1: offer the sample organisation to other machines too. */
  LOAM_SAMPLE: flag.default(false),
  /** How many reverse proxies stand in front, each adding to X-Forwarded-For; the address before the first of them counts. */
  LOAM_TRUST_PROXY: z
    .string()
    .regex(/^(?:[0-9]|10)$/, 'give the number of proxies in front, 0 to 10')
    .transform(Number)
    .default(0),
  /** Days by which the clock runs ahead, for rehearsals. */
  LOAM_CLOCK_SHIFT: z.coerce.number().int().min(0).max(3650).default(0),
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: port.default(587),
  /** 1: TLS from the first byte (port 465); otherwise STARTTLS where offered. */
  SMTP_SECURE: flag.default(false),
  /** File with the certificate of an authority of one's own, in PEM, that signed the mail server's. */
  SMTP_CA_FILE: z.string().min(1).optional(),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  /** Sender of mail. */
  SMTP_FROM: emailAddress.default('loam@localhost.localdomain'),
});

export type Config = z.infer<typeof settings>;

/** Reads the settings; a wrong value throws one line that names it and says what it may be. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(
    `The setting ${String(issue?.path[0])} is wrong: ${issue?.message}. See docs/guides/configuration.md.`,
  );
}
