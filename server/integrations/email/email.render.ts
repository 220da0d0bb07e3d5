import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { escapeHtml, onOneLine } from '#server/platform/plain-text.ts';
import type { Address, Envelope } from '#server/ports/channel.ts';

/** The name of a message that stays the same at every try. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);

/** Never a string: a library may read two recipients out of one. */
export function safeAddress({ name, address }: Address): Address {
  if (!/^[^\s<>(),;:"@\\\p{Cc}]+@[^\s<>(),;:"@\\\p{Cc}]+$/u.test(address)) throw new Error('This is not an address.');
  return { name: onOneLine(name), address };
}

function textOf({ message, footer, stop }: Envelope): string {
  const body = [...message.lines];
  if (message.button) body.push(`${message.button.label}:\n${message.button.url}`);
  const small = stop ? [...footer, stop.page] : footer;
  return `${[...body, ...(small.length ? [`-- \n${small.join('\n')}`] : [])].join('\n\n')}\n`;
}

const SANS = "Inter,'Segoe UI',Helvetica,Arial,sans-serif";

function htmlOf({ message, footer, stop, language }: Envelope): string {
  const lines = message.lines.map(
    (line) => `<p style="margin:0 0 16px">${escapeHtml(line).replaceAll('\n', '<br>')}</p>`,
  );
  const button = message.button
    ? `<p style="margin:24px 0 8px"><a href="${escapeHtml(message.button.url)}" style="display:inline-block;padding:12px 22px;` +
      `border-radius:10px;background:#2F6B4A;color:#FFFFFF;text-decoration:none;font-weight:600">${escapeHtml(message.button.label)}</a></p>`
    : '';
  // The last sentence of the footer is the one that leads out.
  const [last = '', ...earlier] = footer.toReversed();
  const wayOut = stop
    ? `<a href="${escapeHtml(stop.page)}" style="color:#6B5E53">${escapeHtml(last.replace(/:$/, ''))}</a>`
    : escapeHtml(last);
  const small = [...earlier.toReversed().map(escapeHtml), wayOut].join('<br>');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escapeHtml(onOneLine(message.subject))}</title></head><body style="margin:0;background:#FBF8F3">` +
    `<div style="max-width:560px;margin:0 auto;padding:32px 20px;font:16px/1.55 ${SANS};color:#2B2622">` +
    `<h1 style="margin:0 0 20px;font:500 24px/1.3 Fraunces,Georgia,serif">${escapeHtml(onOneLine(message.subject))}</h1>` +
    `<div style="background:#FFFFFF;border:1px solid #E6DED3;border-radius:14px;padding:28px 28px 16px">${lines.join('')}${button}</div>` +
    `<p style="margin:20px 4px;font-size:13px;color:#6B5E53">${small}</p></div></body></html>`
  );
}

function headersOf({ stop }: Envelope): Record<string, string> {
  const always = { 'Auto-Submitted': 'auto-generated' };
  if (!stop) return always;
  return { ...always, 'List-Unsubscribe': `<${stop.oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The bytes of a mail, the same at every try. */
export async function renderMail(envelope: Envelope): Promise<Buffer> {
  const { key, message } = envelope;
  const from = safeAddress(envelope.from);
  const { calendar, replyTo } = message;
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const mail = {
    from,
    to: safeAddress(envelope.to),
    ...(replyTo?.length ? { replyTo: replyTo.map(safeAddress) } : {}),
    subject: onOneLine(message.subject),
    date: envelope.writtenAt,
    messageId: `<${hashOf(key)}@${from.address.split('@')[1]}>`,
    baseBoundary: hashOf(`boundary ${key}`).slice(0, 16),
    headers: headersOf(envelope),
    text: textOf(envelope),
    html: htmlOf(envelope),
    ...(calendar ? { icalEvent: { method: 'PUBLISH', filename: 'loam.ics', content: calendar } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false as const,
  };
  const { message: bytes } = await composer.sendMail(mail);
  return Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
}
