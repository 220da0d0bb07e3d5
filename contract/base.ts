import { oc } from '@orpc/contract';

/** Who may call an endpoint at all; what they then may see is decided row by row. Nobody, unless it says so. */
export type May = 'nobody' | 'anyone' | 'leaving' | 'person' | 'steward' | 'works-council';

export interface Access {
  may: May;
}

const base = oc.$meta<Access>({ may: 'nobody' });

/** Signed in or not. */
export const forAnyone = base.meta({ may: 'anyone' });
/** Anybody signed in, also while leaving. */
export const forLeaving = base.meta({ may: 'leaving' });
/** Anybody of the workspace who is not leaving. */
export const forPerson = base.meta({ may: 'person' });
export const forSteward = base.meta({ may: 'steward' });
export const forWorksCouncil = base.meta({ may: 'works-council' });
