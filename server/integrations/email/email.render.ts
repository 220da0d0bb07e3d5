import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { escapeHtml, onOneLine, sentenceOf } from '#server/platform/plain-text.ts';
import { type Address, type Envelope, Refused } from '#server/ports/channel.ts';

/** The name of a message that stays the same at every try. */
export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 40);

/** Never a string: a library may read two recipients out of one. */
export function safeAddress({ name, address }: Address, stage: 'sender' | 'receiver' = 'receiver'): Address {
  if (!/^[^\s<>(),;:"@\\\p{Cc}]+@[^\s<>(),;:"@\\\p{Cc}]+$/u.test(address))
    throw new Refused({ stage, reason: stage === 'sender' ? 'sender' : 'refused', reply: 553 });
  return { name: onOneLine(name), address };
}

/** Words of several lines, each without unseen marks but those that keep a name to itself. */
const seen = (text: string): string => text.split('\n').map(sentenceOf).join('\n');

/** The same as markup. */
const inHtml = (text: string): string =>
  escapeHtml(seen(text)).replaceAll('\n', '<br>').replaceAll('\u2068', '<bdi>').replaceAll('\u2069', '</bdi>');

/** A line of words that ends on an address of ours: a link whose text are the words. Never one of somebody's own text. */
function linkOf(line: string, { stop, message }: Envelope): { label: string; url: string } | null {
  const [, label = '', url = ''] = /^(\P{Cc}+): (https?:\/\/\S+)$/u.exec(line) ?? [];
  const own = stop?.page ?? message.button?.url;
  return url && own && new URL(url).origin === new URL(own).origin ? { label, url } : null;
}

function textOf(envelope: Envelope): string {
  const { message, footer, stop } = envelope;
  const body = message.lines.map((line) => {
    const link = linkOf(line, envelope);
    return link ? `${seen(link.label)}:\n${link.url}` : seen(line);
  });
  if (message.button) body.push(`${seen(message.button.label)}:\n${message.button.url}`);
  const small = [...footer.map(seen), ...(stop ? [stop.page] : [])];
  return `${[...body, ...(small.length ? [`-- \n${small.join('\n')}`] : [])].join('\n\n')}\n`;
}

const SANS = "Inter,'Segoe UI',Helvetica,Arial,sans-serif";

// Programs that read no style sheet show the light colours, which stand in each element.
const DARK =
  ':root{color-scheme:light dark}@media (prefers-color-scheme:dark){.page{background:#1B1815!important;color:#EFE8DE!important}' +
  '.card{background:#26221E!important;border-color:#3D362F!important}.small,.small a{color:#B5A99A!important}' +
  '.link{color:#8CCBA6!important}.button{background:#8CCBA6!important;color:#14231B!important}}';

function htmlOf(envelope: Envelope): string {
  const { message, footer, stop, language } = envelope;
  const lines = message.lines.map((line) => {
    const link = linkOf(line, envelope);
    const words = link
      ? `<a class="link" href="${escapeHtml(link.url)}" style="color:#2F6B4A">${inHtml(link.label)}</a>`
      : inHtml(line);
    return `<p style="margin:0 0 16px">${words}</p>`;
  });
  const button = message.button
    ? `<p style="margin:24px 0 8px"><a class="button" href="${escapeHtml(message.button.url)}" style="display:inline-block;padding:12px 22px;` +
      `border-radius:10px;background:#2F6B4A;color:#FFFFFF;text-decoration:none;font-weight:600;max-width:100%;white-space:normal">${inHtml(message.button.label)}</a></p>`
    : '';
  // The last sentence of the footer is the one that leads out.
  const [last = '', ...earlier] = footer.toReversed();
  const wayOut = stop
    ? `<a href="${escapeHtml(stop.page)}" style="color:#6B5E53">${inHtml(last.replace(/:$/, ''))}</a>`
    : inHtml(last);
  const small = [...earlier.toReversed().map(inHtml), wayOut].join('<br>');
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">` +
    `<title>${escapeHtml(sentenceOf(message.subject))}</title><style>${DARK}</style></head>` +
    `<body class="page" style="margin:0;background:#FBF8F3;color:#2B2622">` +
    `<div style="max-width:560px;margin:0 auto;padding:32px 20px;font:16px/1.55 ${SANS};overflow-wrap:anywhere">` +
    `<h1 style="margin:0 0 20px;font:500 24px/1.3 Fraunces,Georgia,serif">${inHtml(message.subject)}</h1>` +
    `<div class="card" style="background:#FFFFFF;border:1px solid #E6DED3;border-radius:14px;padding:28px 24px 16px">${lines.join('')}${button}</div>` +
    `<p class="small" style="margin:20px 4px;font-size:13px;color:#6B5E53">${small}</p></div></body></html>`
  );
}

function headersOf({ stop }: Envelope): Record<string, string> {
  const always = { 'Auto-Submitted': 'auto-generated' };
  if (!stop) return always;
  return { ...always, 'List-Unsubscribe': `<${stop.oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** The file itself says what it asks for; the part around it says the same. */
const methodOf = (calendar: string): string => /^METHOD:([A-Z]+)\r?$/m.exec(calendar)?.[1] ?? 'PUBLISH';

/** The bytes of a mail, the same at every try. */
export async function renderMail(envelope: Envelope): Promise<Buffer> {
  const { key, message } = envelope;
  const from = safeAddress(envelope.from, 'sender');
  const { calendar, replyTo } = message;
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const mail = {
    from,
    to: safeAddress(envelope.to),
    ...(replyTo?.length ? { replyTo: replyTo.map((address) => safeAddress(address)) } : {}),
    subject: sentenceOf(message.subject),
    date: envelope.writtenAt,
    messageId: `<${hashOf(key)}@${from.address.split('@')[1]}>`,
    baseBoundary: hashOf(`boundary ${key}`).slice(0, 16),
    headers: headersOf(envelope),
    text: textOf(envelope),
    html: htmlOf(envelope),
    ...(calendar ? { icalEvent: { method: methodOf(calendar), filename: 'loam.ics', content: calendar } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false as const,
  };
  const { message: bytes } = await composer.sendMail(mail);
  return Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
}
