import { oc } from '@orpc/contract';

/** Who may call an endpoint at all; what they then may see is decided row by row. Nobody, unless it says so. */
export type May = 'nobody' | 'anyone' | 'leaving' | 'person' | 'steward' | 'works-council';

export interface Access {
  may: May;
  /** Most bytes of its body; `BODY_LIMIT` where none is named. */
  body?: number;
  /** True where the time of an answer could tell what was found: it then leaves on a beat. */
  steady?: boolean;
  /** Whether a token of the command line may call it too; a session always may. */
  token?: true;
  /** What it takes beside JSON: files, or the form that a mail program's own button sends. */
  form?: 'files' | 'mail-button';
}

const base = oc.$meta<Access>({ may: 'nobody' });

/** Signed in or not. */
export const forAnyone = base.meta({ may: 'anyone' });
/** Signed in or not, and the time of the answer tells nothing. */
export const forAnyoneSteadily = base.meta({ may: 'anyone', steady: true });
/** Anybody signed in, also while leaving. */
export const forLeaving = base.meta({ may: 'leaving' });
/** Anybody of the workspace who is not leaving. */
export const forPerson = base.meta({ may: 'person' });
/** The same, and the time of the answer tells nothing. */
export const forPersonSteadily = base.meta({ may: 'person', steady: true });
export const forSteward = base.meta({ may: 'steward' });
/** A steward in the browser, or by the command line with a token: imports, and nothing else. */
export const forStewardByToken = base.meta({ may: 'steward', token: true });
export const forWorksCouncil = base.meta({ may: 'works-council' });
