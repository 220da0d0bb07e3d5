import type { Language } from '#contract/common.ts';
import { bindVerbs } from '#server/platform/verbs.ts';
import type { SampleDeps } from './sample.deps.ts';
import * as verbs from './sample.verbs.ts';

/** The sample organisation: filled when somebody first looks, entered as one of six, begun anew at will. */
export interface SampleDoor {
  /** The six people one may enter as; fills the sample where it is still empty. Fails with `not-found`. */
  people(language?: Language): Promise<verbs.CastCard[]>;
  /** Enters as one of the six, whose language all speak from then on; the session's cookies. Fails with `not-found`, `too-many-requests`. */
  enter(personId: string, ip: string, language?: Language): Promise<string[]>;
  /** Forgets everything done in the sample, sessions too, and fills it anew. Fails with `not-found`, `too-many-requests`. */
  reset(ip: string, language?: Language): Promise<void>;
}

export const createSample = (deps: SampleDeps): SampleDoor =>
  bindVerbs({ ...deps, filling: {} }, { people: verbs.listCast, enter: verbs.enterSample, reset: verbs.resetSample });
