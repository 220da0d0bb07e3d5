import type { AnySchema, ContractProcedure, ErrorMap, Meta } from '@orpc/contract';
import { z } from 'zod';
import { addresses } from './addresses.ts';
import { forPerson } from './base.ts';
import { boundaries } from './boundaries.ts';
import { introductions } from './introductions.ts';
import { session } from './session.ts';
import { week } from './week.ts';

/** The shape of what an endpoint answers. */
function answerOf<Output extends AnySchema>(endpoint: ContractProcedure<AnySchema, Output, ErrorMap, Meta>): Output {
  const { outputSchema } = endpoint['~orpc'];
  if (!outputSchema) throw new TypeError('An endpoint without a shape of its answer.');
  return outputSchema;
}

export const today = {
  get: forPerson
    .route({
      method: 'GET',
      path: '/today',
      summary: 'All that the home page asks for, in one answer; each part is what its own endpoint says',
      tags: ['week'],
    })
    .output(
      z.object({
        me: answerOf(session.me),
        week: answerOf(week.get),
        boundaries: answerOf(boundaries.mine),
        hellos: answerOf(introductions.hellos),
        introductions: answerOf(introductions.list),
        address: answerOf(addresses.mine),
        addressesToAgree: answerOf(addresses.toAgree),
      }),
    ),
};
