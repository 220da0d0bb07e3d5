import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { Directory } from './directory.ts';

const os = implement(contract.directory).$context<RequestContext>().use(accessGuard);
const DONE = { done: true } as const;

export function directoryRoutes(directory: Directory) {
  return os.router({
    addPerson: os.addPerson.handler(({ context, input }) => directory.addPerson(caller(context), input)),
    changePerson: os.changePerson.handler(({ context, input: { personId, ...change } }) =>
      directory.changePerson(caller(context), personId, change),
    ),
    addUnit: os.addUnit.handler(({ context, input }) => directory.addUnit(caller(context), input)),
    changeUnit: os.changeUnit.handler(async ({ context, input: { unitId, ...change } }) => {
      await directory.changeUnit(caller(context), unitId, change);
      return DONE;
    }),
    removeUnit: os.removeUnit.handler(async ({ context, input }) => {
      await directory.removeUnit(caller(context), input.unitId);
      return DONE;
    }),
  });
}
