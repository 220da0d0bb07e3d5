import { z } from 'zod';
import { forPerson } from './base.ts';
import { day, done, id } from './common.ts';

const tags = ['boundaries'];

export const boundaries = {
  mine: forPerson
    .route({ method: 'GET', path: '/boundaries', summary: 'My limits; hellos is null until I was asked', tags })
    .output(z.object({ hellos: z.boolean().nullable(), pausedUntil: day.nullable() })),
  change: forPerson
    .route({ method: 'PATCH', path: '/boundaries', summary: 'Change my limits; they hold at once', tags })
    .input(z.object({ hellos: z.boolean().optional(), pausedUntil: day.nullable().optional() }))
    .output(done),
  blocks: forPerson
    .route({ method: 'GET', path: '/boundaries/blocks', summary: 'Whom I blocked; nobody else can read this', tags })
    .output(z.object({ people: z.array(z.object({ id, name: z.string() })) })),
  block: forPerson
    .route({
      method: 'POST',
      path: '/boundaries/blocks/{personId}',
      summary: 'Block somebody: silent, symmetric, total',
      tags,
    })
    .input(z.object({ personId: id }))
    .output(done),
  unblock: forPerson
    .route({ method: 'DELETE', path: '/boundaries/blocks/{personId}', summary: 'Lift my block', tags })
    .input(z.object({ personId: id }))
    .output(done),
};
