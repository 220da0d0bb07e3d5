import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoundPreview } from '#contract/programmes.ts';
import { client, invalidate, queryClient } from '#web/platform/api.ts';
import type { Variant } from './formats.ts';

export type PreviewOutcome = { kind: 'preview'; preview: RoundPreview } | { kind: 'too-few' };

const previewsOf = (id: string) => ['programmes', 'preview', id];

/** Forgets what was planned for a programme. */
export const refreshPreviews = (id: string) => invalidate(previewsOf(id));

/** Plans the next round without sending it, as it is set or otherwise; tells how far it is. */
export function usePreview(id: string, variant?: Variant) {
  const [share, setShare] = useState(0);
  const queryKey = [...previewsOf(id), variant ?? null];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<PreviewOutcome> => {
      setShare(0);
      for await (const event of await client.programmes.preview({ id, ...variant }, { signal })) {
        if (event.kind !== 'progress') return event;
        setShare(event.done);
      }
      // The stream ended without an answer: as good as no connection.
      throw new TypeError('no preview came');
    },
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return {
    outcome: query.data,
    error: query.error,
    share,
    isPlanning: query.isFetching,
    cancel: () => void queryClient.cancelQueries({ queryKey }),
    again: () => void query.refetch(),
  };
}
