import { z } from 'zod';
import { forAnyone } from './base.ts';
import { done, id, language, personCard } from './common.ts';

/** The six people one may enter the sample organisation as. */
export const samplePart = z.enum(['newcomer', 'team-lead', 'steward', 'acquired', 'executive', 'remote']);
export type SamplePart = z.infer<typeof samplePart>;

const tags = ['sample'];
/** What its people speak; English where nothing is said. */
const spoken = language.optional();

/** Only the sample organisation has these; elsewhere they are not found. */
export const sample = {
  people: forAnyone
    .route({
      method: 'GET',
      path: '/sample/people',
      summary: 'Whom one may enter the sample organisation as; fills it at the first call',
      tags,
    })
    .input(z.object({ language: spoken }))
    .output(z.object({ people: z.array(z.object({ person: personCard, part: samplePart })) })),
  enter: forAnyone
    .route({ method: 'POST', path: '/sample/enter', summary: 'Enter the sample organisation as one of the six', tags })
    .input(z.object({ personId: id, language: spoken }))
    .output(done),
  reset: forAnyone
    .route({
      method: 'POST',
      path: '/sample/reset',
      summary: 'Begin the sample organisation anew; ends all its sessions',
      tags,
    })
    .input(z.object({ language: spoken }))
    .output(done),
};
