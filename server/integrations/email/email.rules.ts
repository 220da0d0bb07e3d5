import { domainToASCII } from 'node:url';
import type { MailReason, MailStage } from '#contract/delivery.ts';
import { Refused } from '#server/ports/channel.ts';
import type { MailSettings } from '#server/ports/mail-settings.ts';

/** How far a conversation came, as it goes on. */
export interface Progress {
  at: MailStage;
  /** TLS from the first byte. */
  isSecure: boolean;
  isHandedOver: boolean;
  /** The server takes letters beyond ASCII before the @ (RFC 6531). */
  speaksAllLetters: boolean;
}

/** Port 465 speaks TLS at once, 25 and 587 later; elsewhere the box decides. */
export function encryptionOf({ port, secure }: Pick<MailSettings, 'port' | 'secure'>) {
  if (port === 465) return { secure: true, requireTLS: false };
  if (port === 587 || port === 25) return { secure: false, requireTLS: secure };
  return { secure, requireTLS: false };
}

/** An address as servers take it: the domain in ASCII; what stands before the @ stays as it is. */
export function routeAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}

/** Refuses addresses that this server cannot read; a server asked all the same might cut them or answer anything. */
export function refuseUnread(route: { from: string; to: string }, { speaksAllLetters }: Progress): void {
  const isPlain = (address: string) => /^\p{ASCII}*$/u.test(address);
  if (speaksAllLetters) return;
  if (!isPlain(route.from)) throw new Refused({ stage: 'sender', reason: 'letters', reply: 553 });
  if (!isPlain(route.to)) throw new Refused({ stage: 'receiver', reason: 'letters', reply: 553 });
}

const isName = (host: string): boolean =>
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i.test(host) &&
  !/(^|\.)(localhost|localdomain|local|invalid|test|internal)$/i.test(host);

/** What this server calls itself to others: the domain of its address, else of the sender; undefined where both are none. */
export function greetingName(baseUrl: string, from: string): string | undefined {
  return [new URL(baseUrl).hostname, from.split('@').at(-1) ?? ''].find(isName);
}

const text = (error: Error, field: string): string => String(Reflect.get(error, field) ?? '');

const STAGES: Record<string, MailStage> = {
  EHLO: 'greeting',
  HELO: 'greeting',
  STARTTLS: 'tls',
  'MAIL FROM': 'sender',
  'RCPT TO': 'receiver',
  DATA: 'message',
};

const CERTIFICATE = /CERT|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH|SELF_SIGNED/;
const NOT_SIGNED_IN = [530, 534, 535, 538];

/** What a failure says of how far the message came; undefined where nobody can know. */
export function refusalOf(error: unknown, progress: Progress): Refused | undefined {
  if (!(error instanceof Error)) return undefined;
  const command = text(error, 'command');
  const reply = Number(text(error, 'responseCode')) || 0;
  const named = command.startsWith('AUTH') ? 'sign-in' : STAGES[command];
  const stage = named ?? progress.at;
  // After the last byte only the server's own answer is certain.
  if (progress.isHandedOver && (reply < 400 || named !== 'message')) return undefined;
  if (text(error, 'code') === '' && reply === 0 && stage === 'message') return undefined;
  const refused = (at: MailStage, reason: MailReason) => new Refused({ stage: at, reason, reply });
  if (reply >= 400 && reply < 500) return refused(stage, 'busy');
  if (stage === 'connect' || stage === 'tls' || stage === 'greeting') {
    const before = beforeGreeting(error, progress, reply);
    return refused(before.stage, before.reason);
  }
  if (reply >= 500 && stage !== 'message' && NOT_SIGNED_IN.includes(reply)) return refused('sign-in', 'sign-in');
  if (stage === 'receiver' && /\brelay/i.test(text(error, 'response'))) return refused('sender', 'relay');
  if (text(error, 'code') === 'EENVELOPE' && command === 'API') return refused('receiver', 'refused');
  if (text(error, 'code') === 'EAUTH') return refused('sign-in', 'sign-in');
  if (reply === 0) return refused(stage, text(error, 'code') === 'ETIMEDOUT' ? 'no-answer' : 'hung-up');
  return refused(stage, stage === 'sign-in' || stage === 'sender' ? stage : 'refused');
}

function beforeGreeting(
  error: Error,
  { at, isSecure }: Progress,
  reply: number,
): { stage: MailStage; reason: MailReason } {
  const [code, origin] = [text(error, 'code'), text(error, 'originalCode')];
  const both = `${code} ${origin} ${error.message}`;
  if (code === 'EDNS' || /ENOTFOUND|EAI_AGAIN/.test(both)) return { stage: 'connect', reason: 'no-such-name' };
  if (CERTIFICATE.test(both)) return { stage: 'tls', reason: 'certificate' };
  if (/WRONG_VERSION|\bEPROTO\b|ERR_SSL|packet length/i.test(both))
    return { stage: 'tls', reason: isSecure ? 'tls-later' : 'tls-failed' };
  if (text(error, 'command') === 'STARTTLS') return { stage: 'tls', reason: reply ? 'tls-none' : 'tls-failed' };
  if (at === 'tls') return { stage: 'tls', reason: 'tls-failed' };
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/.test(both))
    return { stage: 'connect', reason: 'not-reached' };
  if (text(error, 'timeoutType') === 'GREETING_TIMEOUT' && !isSecure) return { stage: 'greeting', reason: 'tls-first' };
  if (code === 'ETIMEDOUT') return { stage: 'connect', reason: 'no-answer' };
  if (reply >= 500) return { stage: 'greeting', reason: 'refused' };
  if (code === 'EPROTOCOL') return { stage: 'greeting', reason: 'no-mail-server' };
  return { stage: 'greeting', reason: 'hung-up' };
}
