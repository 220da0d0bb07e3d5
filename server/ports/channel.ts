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
  /** Where a reply goes; the organisation's own address when absent. */
  replyTo?: Address;
  /** An invitation file (text/calendar). */
  calendar?: string;
}

/** A way to reach a person. It decides nothing; the outbox retries, never the channel. */
export interface Channel {
  readonly name: string;
  /**
   * Sends one message. `key` is unique and stays the same at every try; `beforeHandover` is awaited
   * before the last byte leaves, so that a crash afterwards is known to be doubtful.
   */
  send(envelope: { key: string; to: Address; message: Message; beforeHandover: () => Promise<void> }): Promise<void>;
}
