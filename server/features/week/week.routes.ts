import { implement } from '@orpc/server';
import { contract } from '#contract/contract.ts';
import { accessGuard, caller, type RequestContext } from '#server/platform/access-guard.ts';
import type { WeekDoor } from './week.ts';

const os = implement(contract.week).$context<RequestContext>().use(accessGuard);

export function weekRoutes(week: WeekDoor) {
  return os.router({ get: os.get.handler(({ context }) => week.get(caller(context))) });
}
