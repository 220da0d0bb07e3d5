import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { People } from './people.ts';

const os = implement(contract.people).$context<RequestContext>().use(accessGuard);

// A photo's address names its version; private, because what is seen depends on who looks.
const PHOTO_CACHE = 'private, max-age=604800';

export function peopleRoutes(people: People) {
  return os.router({
    search: os.search.handler(({ context, input }) => people.search(caller(context), input)),
    units: os.units.handler(({ context }) => people.units(caller(context))),
    filters: os.filters.handler(({ context }) => people.filters(caller(context))),
    get: os.get.handler(({ context, input }) => people.get(caller(context), input.id)),
    mine: os.mine.handler(({ context }) => people.mine(caller(context))),
    saveProfile: os.saveProfile.handler(({ context, input }) => people.saveProfile(caller(context), input)),
    saveSettings: os.saveSettings.handler(({ context, input }) => people.saveSettings(caller(context), input)),
    whoIAm: os.whoIAm.handler(({ context }) => people.whoIAm(caller(context))),
    sayWhoIAm: os.sayWhoIAm.handler(({ context, input }) => people.sayWhoIAm(caller(context), input)),
    savePhoto: os.savePhoto.handler(({ context, input }) => people.savePhoto(caller(context), input.file)),
    removePhoto: os.removePhoto.handler(async ({ context }) => {
      await people.removePhoto(caller(context));
      return { done: true };
    }),
    photo: os.photo.handler(async ({ context, input }) => {
      const body = await people.photo(caller(context), input.id);
      return { headers: { 'cache-control': PHOTO_CACHE }, body };
    }),
  });
}
