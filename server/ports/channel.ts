import type { MailReason, MailStage } from '#contract/delivery.ts';

export interface Address {
  name: string;
  address: string;
}

/** What people read, before any channel gave it a form. */
export interface Message {
  /** What it is written in; missing where that is the receiver's own language when it leaves. */
  language?: 'en' | 'de';
  subject: string;
  /** Paragraphs of plain text. */
  lines: string[];
  button?: { label: string; url: string };
  /** Where a reply goes, to one or several; the organisation's own address when absent. */
  replyTo?: readonly Address[];
  /** An invitation file (text/calendar). */
  calendar?: string;
}

export interface Envelope {
  /** Unique, and the same at every try. */
  key: string;
  from: Address;
  to: Address;
  message: Message;
  language: 'en' | 'de';
  /** When the message was written; the same at every try. */
  writtenAt: Date;
  /** Small sentences below the message: why it came. */
  footer: string[];
  /** Where one press turns mail off: a page, and an address for the mail program's own button. */
  stop?: { page: string; oneClick: string };
  /** Awaited before the last byte leaves, so that a crash afterwards is known to be doubtful. */
  beforeHandover(): Promise<void>;
}

/** A way to reach a person. It decides nothing; the outbox retries, never the channel. */
export interface Channel {
  readonly name: string;
  /** Sends one message; throws where it was not taken, `Refused` where that is certain. */
  send(envelope: Envelope): Promise<void>;
}

interface Refusal {
  stage: MailStage;
  reason: MailReason;
  /** The reply in figures, as SMTP has it: 4xx for now, 5xx for good; 0 where there was none. */
  reply?: number;
}

/** The message was not taken, whatever had been handed over: the other side said so, or it never came that far. */
export class Refused extends Error {
  readonly stage: MailStage;
  readonly reason: MailReason;
  readonly reply: number;
  constructor({ stage, reason, reply = 0 }: Refusal) {
    super(reply ? `SMTP ${reply}` : reason);
    this.stage = stage;
    this.reason = reason;
    this.reply = reply;
  }

  /** True where no receiver was named yet: it concerns the server, and another way may be tried. */
  get isBeforeReceivers(): boolean {
    return this.stage !== 'receiver' && this.stage !== 'message';
  }
}
