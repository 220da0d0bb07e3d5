import type { Scope } from '#server/platform/database.ts';
import type { Floor } from '#server/platform/floor.ts';
import { selectDeparted } from './departures.queries.ts';

/** People who are away or gone leave what runs by the way of a pause, so that nothing tells the one from the other. */
export function createDepartures(floor: Floor, endAll: (scope: Scope) => Promise<void>) {
  return {
    /** Ends what still runs for people who are away or gone, in one workspace or all. Returns how many they were. */
    async endDeparted(workspaceId?: string): Promise<number> {
      const places = workspaceId === undefined ? await floor.db.workspaces() : [{ workspaceId }];
      let ended = 0;
      for (const place of places) {
        const departed = await floor.db.asJobs('departures', place.workspaceId, selectDeparted);
        for (const ids of departed) await floor.db.asPerson(ids, endAll);
        ended += departed.length;
      }
      return ended;
    },
  };
}
