export interface Address {
  name: string;
  address: string;
}

/** What people read, before any channel gave it a form. */
export interface Message {
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
  /** Sends one message; throws where it was not taken, `Refused` where the other side said so itself. */
  send(envelope: Envelope): Promise<void>;
}

/** The other side answered no: nothing was taken, whatever had been handed over. */
export class Refused extends Error {
  /** True where another try would get the same answer. */
  readonly forGood: boolean;
  constructor(reason: string, forGood: boolean) {
    super(reason);
    this.forGood = forGood;
  }
}
