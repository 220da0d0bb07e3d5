import { errorOf } from './errors.ts';

// No shape of the contract is deeper than six.
const MOST_DEPTH = 64;
const MOST_PARTS = 200;
const MOST_FIELDS = 2000;

const isType = (contentType: string, name: string): boolean => contentType.startsWith(name);

/** What a body says, by its type; what no endpoint takes says nothing. */
export async function readBody(bytes: Buffer, contentType: string): Promise<unknown> {
  if (bytes.length === 0) return undefined;
  const type = contentType.trim().toLowerCase();
  if (type === '' || isType(type, 'application/json')) return jsonOf(bytes);
  if (isType(type, 'multipart/form-data')) return multipartOf(bytes, contentType);
  if (isType(type, 'application/x-www-form-urlencoded')) {
    if (countOf(bytes, '&') > MOST_FIELDS) throw errorOf('bad-request');
    return new URLSearchParams(bytes.toString('utf8'));
  }
  return isType(type, 'text/plain') ? bytes.toString('utf8') : null;
}

function jsonOf(bytes: Buffer): unknown {
  if (depthOf(bytes) > MOST_DEPTH) throw errorOf('bad-request');
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** How deep JSON is nested, without parsing it. */
export function depthOf(bytes: Uint8Array): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === 0x5c) at += 1;
      else if (byte === 0x22) isText = false;
    } else if (byte === 0x22) isText = true;
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return deepest;
}

async function multipartOf(bytes: Buffer, contentType: string): Promise<FormData> {
  const boundary = /boundary="?([^";,]{1,70})"?/i.exec(contentType)?.[1];
  if (!boundary || countOf(bytes, `--${boundary}`) > MOST_PARTS) throw errorOf('bad-request');
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
}

function countOf(bytes: Buffer, mark: string): number {
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

/** Whether every text in it can be stored: PostgreSQL takes neither NUL nor half a character. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed();
  if (value instanceof URLSearchParams || value instanceof FormData)
    return [...value].every(([key, each]) => isStorable(key) && isStorable(each));
  if (typeof value !== 'object' || value === null || value instanceof Blob) return true;
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each));
}
