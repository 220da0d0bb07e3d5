import { lazyPart } from '#web/ui/lazy-part.tsx';

export { MailNotice, useIsFolder } from './mail-notice.tsx';
export { useMailReason } from './mail-reason.ts';

/** Whether email comes to me, and which messages may have got lost. */
export const MyMail = lazyPart(async () => (await import('./my-mail.tsx')).MyMailCard);

/** Outgoing email as counts, for stewards. */
export const MailState = lazyPart(async () => (await import('./mail-state.tsx')).MailStateCard);

/** For stewards, on every page: all email waits, and why. */
export const MailTrouble = lazyPart(async () => (await import('./mail-trouble.tsx')).MailTroubleNotice);
