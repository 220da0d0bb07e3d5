import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import { type Channel, type Envelope, Refused } from '#server/ports/channel.ts';
import { hashOf, renderMail, safeAddress } from './email.render.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS where offered. */
  secure: boolean;
  user?: string | undefined;
  password?: string | undefined;
}

/** Mail over SMTP. Nothing is retried here. */
export function createSmtpChannel(settings: SmtpSettings): Channel {
  const { host, port, secure, user, password } = settings;
  const transport = nodemailer.createTransport({
    host,
    port,
    secure,
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'smtp',
    async send(envelope) {
      const bytes = await renderMail(envelope);
      const route = { from: safeAddress(envelope.from).address, to: [safeAddress(envelope.to).address] };
      try {
        await transport.sendMail({ envelope: route, raw: Readable.from(heldBack(bytes, envelope)) });
      } catch (error) {
        throw refusalOf(error) ?? error;
      }
    },
  };
}

/** All but the last chunk, then a wait until the hand-over is on record. */
async function* heldBack(bytes: Buffer, { beforeHandover }: Envelope): AsyncGenerator<Buffer> {
  const cut = Math.max(0, bytes.length - 64);
  yield bytes.subarray(0, cut);
  await beforeHandover();
  yield bytes.subarray(cut);
}

function refusalOf(error: unknown): Refused | undefined {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 400 ? new Refused(`SMTP ${code}`, code >= 500 && code !== 535) : undefined;
}

/** Mail as files of the standard format, one a key: what a server without SMTP does. */
export function createEmlChannel(folder: string): Channel {
  return {
    name: 'eml',
    async send(envelope) {
      const bytes = await renderMail(envelope);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${hashOf(envelope.key)}.eml`);
      await writeFile(`${file}.part`, bytes, { mode: 0o600 });
      await envelope.beforeHandover();
      await rename(`${file}.part`, file);
    },
  };
}
