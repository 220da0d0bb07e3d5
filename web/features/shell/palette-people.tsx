import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '#web/platform/api.ts';
import { Face } from '#web/ui/face.tsx';
import type { Hit } from './palette-hits.ts';

const SHOWN = 6;

/** People by name, by what they show of themselves, and in spite of typing errors: in the server's order. */
export function usePeopleHits(q: string, isTyped: boolean) {
  const navigate = useNavigate();
  const found = useQuery(api.people.search.queryOptions({ input: { q, limit: SHOWN }, enabled: q.length > 1 }));
  const people = q.length > 1 && isTyped ? (found.data?.people ?? []) : [];
  const hits = people.map(
    ({ id, name, photoUrl, plantSeed, unitName, siteName }): Hit => ({
      key: id,
      label: name,
      detail: [unitName, siteName].filter(Boolean).join(' · '),
      face: <Face photoUrl={photoUrl} plantSeed={plantSeed} size={32} />,
      open: () => void navigate({ to: '/people/$personId', params: { personId: id } }),
    }),
  );
  return { hits, isSearching: found.isFetching, error: found.error };
}
