const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/;
// What a host name may hold before it is brought into ASCII: a URL would take much more.
const HOST = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u;

/** A domain in the form that mail uses: 'Почта.рф' and 'xn--80a1acny.xn--p1ai' are one. Undefined where it is none. */
export function domainOf(text: string): string | undefined {
  const plain = text.trim().normalize('NFC').toLowerCase();
  const host = HOST.test(plain) ? URL.parse(`http://${plain}`)?.hostname : undefined;
  return host !== undefined && host.length <= 253 && DOMAIN.test(host) ? host : undefined;
}

/** The one rule for addresses: how they compare and are kept, the domain in ASCII; undefined where nobody could sign in with it. */
export function emailOf(text: string): string | undefined {
  const plain = text.trim().normalize('NFC').toLowerCase();
  const at = plain.lastIndexOf('@');
  const domain = domainOf(plain.slice(at + 1));
  const local = plain.slice(0, Math.max(at, 0));
  if (domain === undefined || local.length > 64 || !LOCAL.test(local)) return undefined;
  const email = `${local}@${domain}`;
  return email.length <= 254 ? email : undefined;
}
