import type { Notices } from '#server/features/delivery/delivery.ts';

/** What the workspace tells people: it holds once it is told, with its words. */
export const workspaceNotices: Notices = { 'mail-settings': { because: 'roles', isAboutSafety: true } };
