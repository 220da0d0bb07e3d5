import type { Role } from '#contract/common.ts';

interface Held {
  role: Role;
  isConfirmed: boolean;
  personId: string;
}

/** Which question is asked before a role goes. */
export function questionOf({ role, isConfirmed, personId }: Held, myId: string) {
  if (role === 'steward') return 'steward' as const;
  if (personId === myId) return 'mine' as const;
  return isConfirmed ? ('works-council' as const) : ('proposal' as const);
}
