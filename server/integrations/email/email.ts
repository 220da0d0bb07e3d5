import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '#server/ports/channel.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';
import { hashOf, renderMail, safeAddress } from './email.render.ts';
import { greetingName, routeAddress } from './email.rules.ts';
import { handOver } from './email.smtp.ts';

/** Mail over SMTP, from a server that people know by `baseUrl`. Nothing is retried here. */
export function createSmtpChannel(settings: MailSettings, baseUrl: string): Channel {
  const name = greetingName(baseUrl, settings.from);
  return {
    name: 'smtp',
    async send(envelope) {
      const route = {
        from: routeAddress(safeAddress(envelope.from, 'sender').address),
        to: routeAddress(safeAddress(envelope.to).address),
      };
      const bytes = await renderMail(envelope);
      await handOver({ settings, name, route, bytes, beforeHandover: envelope.beforeHandover });
    },
  };
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
