/** How an organisation's mail leaves. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS where offered. */
  secure: boolean;
  user?: string | undefined;
  password?: string | undefined;
  /** The sender's address. */
  from: string;
  /** A certificate authority of one's own to trust, in PEM. */
  ca?: string | undefined;
}

/** What an organisation stored: its settings, or that this server cannot open them. */
export interface StoredMail {
  settings: MailSettings | 'unreadable';
  /** Why they did not serve last, if they did not. */
  trouble: { what: string; at: Date } | null;
}
