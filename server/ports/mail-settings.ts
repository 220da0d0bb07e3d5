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
}
