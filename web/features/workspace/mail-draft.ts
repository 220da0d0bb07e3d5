/** How email leaves, as it is saved. */
export interface MailSettings {
  host: string;
  port: number;
  secure: boolean;
  user?: string | undefined;
  from: string;
  ca?: string | undefined;
}
/** The same in the fields; a password is never read back. */
export type MailDraft = MailSettings & { user: string; password: string; ca: string };

export const mailDraftOf = (saved: MailSettings | null): MailDraft => ({
  ...(saved ?? { host: '', port: 587, secure: false, from: '' }),
  user: saved?.user ?? '',
  ca: saved?.ca ?? '',
  password: '',
});

/** What the form shows, as it is saved or tried out. */
export function mailInputOf({ user, password, ca, ...rest }: MailDraft) {
  return {
    ...rest,
    host: rest.host.trim(),
    from: rest.from.trim(),
    ...(user.trim() ? { user: user.trim() } : {}),
    ...(password ? { password } : {}),
    ...(ca.trim() ? { ca: ca.trim() } : {}),
  };
}

/** Ports say by themselves when encryption begins. */
export const withPort = (port: number): Partial<MailDraft> => ({
  port,
  ...(port === 465 ? { secure: true } : port === 587 || port === 25 ? { secure: false } : {}),
});
