import { useMutation } from '@tanstack/react-query';
import { api, queryClient } from '#web/platform/api.ts';

/** After a change of limits everything that shows people may look different. */
export const refresh = () => queryClient.invalidateQueries();

/** Changes my limits. */
export function useChange() {
  return useMutation(api.boundaries.change.mutationOptions({ onSuccess: refresh }));
}
