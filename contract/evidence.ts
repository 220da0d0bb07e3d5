/**
 * What `npm run test:trust` tries to break, by promise. Each id is one attack: a test in `test/trust/*.attack.ts`
 * that must not succeed once, and a sentence on the trust page.
 */
export const evidence = {
  'acts-as-me': [
    'code-guessing',
    'code-of-others',
    'mail-by-one-steward',
    'address-by-file',
    'address-then-undo',
    'address-at-first-sign-in',
    'address-recycled',
    'address-release',
    'address-confirmed',
    'sessions-in-my-name',
    'undo-as-taking',
    'release-by-second-self',
    'works-council-alone',
    'token-elsewhere',
    'other-site',
    'reading-changes',
  ],
  'nothing-inferred': [
    'photo-metadata',
    'sign-in-answers',
    'public-timing',
    'preview-oracle',
    'preview-of-few',
    'first-figures',
    'words-in-mail',
    'blocked-host-writes',
    'old-links',
    'who-never-came',
    'times-of-others',
  ],
  'always-sign-in': [
    'forged-forwarded-for',
    'office-of-thirty',
    'two-thousand-asks',
    'flooded-victim',
    'set-up-lock',
    'mail-that-fails',
    'few-connections',
    'frozen-database',
    'dead-database',
  ],
  'nothing-lost': [
    'backup-edited',
    'restore-under-a-server',
    'killed-first-start',
    'killed-later',
    'two-starts',
    'port-taken',
    'nameless-user',
    'undo-takes-long',
    'bodies-and-sockets',
  ],
  'least-power': [
    'empty-scope',
    'other-workspace-read',
    'other-workspace-functions',
    'other-workspace-write',
    'more-power',
    'side-channels',
    'scope-by-trick',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Promised = keyof typeof evidence;
export type AttackId = (typeof evidence)[Promised][number];

/** Every attack's id, in the order of the promises. */
export const attackIds: readonly AttackId[] = Object.values(evidence).flat();
