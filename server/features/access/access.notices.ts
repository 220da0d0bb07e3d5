import type { Notices } from '#server/features/delivery/delivery.ts';

/** What access tells people: each holds once it is told, with its words. */
export const accessNotices: Notices = {
  invitation: { because: 'invited' },
  'console-code': { because: 'sign-in', isAboutSafety: true },
  'address-change': { because: 'sign-in', isAboutSafety: true },
  'address-changed': { because: 'sign-in', isAboutSafety: true },
  role: { because: 'roles', isAboutSafety: true },
};
