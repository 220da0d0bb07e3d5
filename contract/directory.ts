import { z } from 'zod';
import { forSteward } from './base.ts';
import { done, id, line } from './common.ts';

const email = z.email().max(254);
const personName = line(120).min(1);
const unitName = line(80).min(1);
const tags = ['directory'];

/** What stewards write into the directory by hand; nobody is sent anything by it. */
export const directory = {
  addPerson: forSteward
    .route({ method: 'POST', path: '/directory/people', summary: 'Add a person; they are told nothing', tags })
    .input(z.object({ name: personName, email, unitId: id.optional() }))
    .output(z.object({ personId: id })),
  changePerson: forSteward
    .route({
      method: 'PATCH',
      path: '/directory/people/{personId}',
      summary: 'Name, move or readdress a person; the address of whoever has signed in waits for them',
      tags,
    })
    .input(
      z.object({
        personId: id,
        name: personName.optional(),
        unitId: id.nullable().optional(),
        /** One that is here, or the name of one that may be new. */
        site: z
          .union([z.object({ id }), z.object({ name: line(80).min(1) })])
          .nullable()
          .optional(),
        level: line(80).min(1).nullable().optional(),
        email: email.optional(),
      }),
    )
    .output(z.object({ isAddressWaiting: z.boolean() })),
  addUnit: forSteward
    .route({ method: 'POST', path: '/directory/units', summary: 'Add a unit, below another or by itself', tags })
    .input(
      z.object({
        name: unitName,
        parentId: id.nullable(),
        /** A unit that was removed comes back with its id, for whatever still names it, and with its origin. */
        unitId: id.optional(),
        origin: line(120).nullable().optional(),
      }),
    )
    .output(z.object({ unitId: id })),
  changeUnit: forSteward
    .route({ method: 'PATCH', path: '/directory/units/{unitId}', summary: 'Rename or move a unit', tags })
    .input(z.object({ unitId: id, name: unitName.optional(), parentId: id.nullable().optional() }))
    .output(done),
  removeUnit: forSteward
    .route({ method: 'DELETE', path: '/directory/units/{unitId}', summary: 'Remove a unit that is empty', tags })
    .input(z.object({ unitId: id }))
    .output(done),
};
