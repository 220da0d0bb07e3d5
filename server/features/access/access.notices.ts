import type { Notices } from '#server/features/delivery/delivery.ts';

/** What access tells people: each holds once it is told, with its words. */
export const accessNotices: Notices = {
  invitation: {},
  'console-code': {},
  'address-change': {},
  'address-changed': {},
  role: {},
};
