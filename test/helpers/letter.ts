/** A mail as its receiver reads it. */
export interface Letter {
  subject: string;
  from: string;
  to: string;
  replyTo: string;
  text: string;
  html: string;
  /** The words of the HTML form without its markup, as a screen shows them. */
  shown: string;
  /** Where links and buttons lead. */
  links: string[];
  language: string;
}

const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

const unquoted = (text: string): string =>
  utf8(text.replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))));

/** 'Gr=C3=BC=C3=9Fe' in a header. */
function decodedHeader(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('latin1')
        : words
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/g, (__, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
}

function headerOf(head: string, name: string): string {
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  const found = new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  return utf8(decodedHeader(found));
}

function bodyOf(raw: string, type: string): string {
  const boundaries = [...raw.matchAll(/boundary="([^"]+)"/g)].map((match) => `--${match[1]}`);
  const parts = boundaries
    .reduce((found, at) => found.flatMap((each) => each.split(at)), [raw])
    .map((part) => part.trimStart());
  const part = parts.find((each) => new RegExp(`^Content-Type: ${type}`, 'im').test(headOf(each)));
  if (part === undefined) return '';
  const body = part.slice(headOf(part).length).trim();
  const how = headerOf(headOf(part), 'content-transfer-encoding');
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return how === 'quoted-printable' ? unquoted(body.replaceAll(/=\r?\n/g, '')) : utf8(body);
}

const headOf = (part: string): string => part.split(/\r?\n\r?\n/)[0] ?? '';

const plain = (html: string): string =>
  html
    .replaceAll(/&#39;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Reads the bytes of a mail. */
export function readLetter(bytes: Buffer | string): Letter {
  const raw = Buffer.isBuffer(bytes) ? bytes.toString('latin1') : Buffer.from(bytes, 'utf8').toString('latin1');
  const head = headOf(raw);
  const html = bodyOf(raw, 'text/html').replaceAll('\r\n', '\n');
  return {
    subject: headerOf(head, 'subject'),
    from: headerOf(head, 'from'),
    to: headerOf(head, 'to'),
    replyTo: headerOf(head, 'reply-to'),
    text: bodyOf(raw, 'text/plain').replaceAll('\r\n', '\n'),
    html,
    shown: plain(
      html
        .replace(/^[\s\S]*<body/, '<body')
        .replaceAll(/<\/?(bdi|a)\b[^>]*>/g, '')
        .replaceAll(/<[^>]*>/g, '\n'),
    ).trim(),
    links: [...html.matchAll(/href="([^"]*)"/g)].map((match) => plain(match[1] ?? '')),
    language: /<html lang="(\w+)"/.exec(html)?.[1] ?? '',
  };
}
