import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1']).transform((text) => text === '1');

/** Every setting, on one page. docs/guides/configuration.md says the same in sentences. */
const settings = z.object({
  /** Port of the web server. */
  PORT: port.default(4020),
  /** Address to listen on. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Owner's address of a PostgreSQL 18 database; an embedded one is started when absent. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Address that bypasses a pooler such as pgbouncer, for jobs and live pages. */
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Folder for the database, outgoing mail and backups. */
  LOAM_DATA_DIR: z.string().min(1).optional(),
  /** The address people type, for links in mail, passkeys and cookies. */
  LOAM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Number of server processes. */
  LOAM_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  /** Secret of this instance; made and kept in the data folder when absent. */
  LOAM_SECRET: z.string().min(32).optional(),
  /** 1: offer the sample organisation to other machines too. */
  LOAM_SAMPLE: flag.default(false),
  /** 1: a reverse proxy in front sets X-Forwarded-For. */
  LOAM_TRUST_PROXY: flag.default(false),
  /** Days by which the clock runs ahead, for rehearsals. */
  LOAM_CLOCK_SHIFT: z.coerce.number().int().min(0).max(3650).default(0),
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: port.default(587),
  /** 1: TLS from the first byte (port 465); otherwise STARTTLS where offered. */
  SMTP_SECURE: flag.default(false),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD: z.string().min(1).optional(),
  /** Sender of mail. */
  SMTP_FROM: z.email().default('loam@localhost.localdomain'),
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
