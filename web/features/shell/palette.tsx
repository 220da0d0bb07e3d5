import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Face } from '#web/ui/face.tsx';
import { en } from './shell.words.ts';

/** Every page and every person; opens whenever it was asked for once more. */
export function Palette({ asked }: { asked: number }) {
  const t = useWords(en);
  const navigate = useNavigate();
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const [query, setQuery] = useState('');
  const [q] = useDebouncedValue(query.trim(), 150);
  const found = useQuery(api.people.search.queryOptions({ input: { q, limit: 6 }, enabled: q.length > 1 }));
  const page = (
    label: string,
    to: '/' | '/people' | '/meet' | '/talk' | '/notebook' | '/settings' | '/organisation' | '/trust',
  ): SpotlightActionData => ({
    id: to,
    label,
    onClick: () => void navigate({ to }),
  });
  const pages = [
    page(t('shell.today'), '/'),
    page(t('shell.people'), '/people'),
    page(t('shell.meet'), '/meet'),
    page(t('shell.talk'), '/talk'),
    page(t('shell.notebook'), '/notebook'),
    page(t('shell.settings'), '/settings'),
    page(t('shell.organisation'), '/organisation'),
    page(t('shell.trust'), '/trust'),
  ];
  const people = (q ? (found.data?.people ?? []) : []).map((person) => ({
    id: person.id,
    label: person.name,
    description: [person.unitName, person.siteName].filter(Boolean).join(' · '),
    leftSection: <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={32} />,
    // The server forgives typing mistakes, so what it found is shown as it is.
    keywords: [query],
    onClick: () => void navigate({ to: '/people/$personId', params: { personId: person.id } }),
  }));
  return (
    <Spotlight
      actions={[...pages, ...people]}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      nothingFound={t('shell.nothing-found')}
      searchProps={{ placeholder: t('shell.search'), 'aria-label': t('shell.search') }}
      highlightQuery
      highlightColor="transparent"
      radius={14}
      scrollable
      maxHeight={440}
      overlayProps={{ backgroundOpacity: 0.3, blur: 2 }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      aria-label={t('shell.search')}
    />
  );
}
