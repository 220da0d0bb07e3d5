import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '#web/platform/api.ts';
import { say } from '#web/ui/toasts.tsx';

/** After a change of limits everything that shows people may look different. */
export const refreshPeople = () => queryClient.invalidateQueries();

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
