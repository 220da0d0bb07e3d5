import { useMutation } from '@tanstack/react-query';
import { api, invalidate } from '#web/platform/api.ts';
import { say } from '#web/ui/toasts.tsx';

/** After a change of limits whatever shows people may look different. */
export const refreshPeople = () =>
  invalidate(api.boundaries.key(), api.people.key(), api.week.key(), api.introductions.key(), api.programmes.key());

/** Changes my limits; where the press goes away with its question, `done` is said. */
export function useChange(done?: string) {
  return useMutation(
    api.boundaries.change.mutationOptions({
      onSuccess: () => {
        if (done) say(done);
        return refreshPeople();
      },
    }),
  );
}
