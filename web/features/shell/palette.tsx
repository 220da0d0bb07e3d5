import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { type LinkProps, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Role } from '#contract/common.ts';
import { api } from '#web/platform/api.ts';
import { useWords } from '#web/platform/words.ts';
import { Face } from '#web/ui/face.tsx';
import { en } from './shell.words.ts';

interface Destination {
  to: NonNullable<LinkProps['to']>;
  /** A part of the settings. */
  part?: string;
  words: keyof typeof en;
  /** Offered to these alone. */
  role?: Role;
}

const PAGES: readonly Destination[] = [
  { to: '/', words: 'shell.today' },
  { to: '/people', words: 'shell.people' },
  { to: '/units', words: 'shell.units' },
  { to: '/meet', words: 'shell.meet' },
  { to: '/meet/programmes/new', words: 'shell.host-programme' },
  { to: '/talk', words: 'shell.talk' },
  { to: '/notebook', words: 'shell.notebook' },
  { to: '/settings', words: 'shell.settings' },
  { to: '/settings', part: 'boundaries', words: 'shell.boundaries' },
  { to: '/settings', part: 'mail', words: 'shell.mail' },
  { to: '/settings', part: 'sign-in', words: 'shell.signing-in' },
  { to: '/settings', part: 'data', words: 'shell.data' },
  { to: '/organisation', words: 'shell.organisation' },
  { to: '/organisation/import', words: 'shell.import', role: 'steward' },
  { to: '/trust', words: 'shell.trust' },
  { to: '/api-reference', words: 'shell.api' },
];

/** Every page and every person; opens whenever it was asked for once more. */
export function Palette({ asked, roles }: { asked: number; roles: readonly Role[] }) {
  const t = useWords(en);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [q] = useDebouncedValue(query.trim(), 150);
  const found = useQuery(api.people.search.queryOptions({ input: { q, limit: 6 }, enabled: q.length > 1 }));
  const list = useQuery(api.programmes.list.queryOptions());
  useEffect(() => {
    if (asked > 0) spotlight.open();
  }, [asked]);
  const wanted = query.trim().toLowerCase();
  const pages = PAGES.filter(
    ({ words, role }) => (!role || roles.includes(role)) && t(words).toLowerCase().includes(wanted),
  );
  // The server forgives typing mistakes, so what it found is shown as it is.
  const people = q.length > 1 && wanted ? (found.data?.people ?? []) : [];
  const programmes =
    q.length > 1 ? (list.data?.programmes ?? []).filter(({ name }) => name.toLowerCase().includes(wanted)) : [];
  // The list hands this to its scroll area, though its types do not say so.
  const area = { viewportProps: { tabIndex: 0, role: 'group', 'aria-label': t('shell.found') } };
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      radius={14}
      scrollable
      maxHeight={440}
      overlayProps={{ backgroundOpacity: 0.3, blur: 2 }}
      attributes={{ content: { 'aria-label': t('shell.search') } }}
    >
      <Spotlight.Search placeholder={t('shell.search')} aria-label={t('shell.search')} />
      <Spotlight.ActionsList {...area}>
        {pages.map(({ to, part, words }) => (
          <Spotlight.Action
            key={words}
            label={t(words)}
            onClick={() => void navigate(part ? { to: '/settings', search: { part } } : { to })}
          />
        ))}
        {programmes.slice(0, 6).map(({ id, name }) => (
          <Spotlight.Action
            key={id}
            label={name}
            onClick={() => void navigate({ to: '/meet/programmes/$id', params: { id } })}
          />
        ))}
        {people.map(({ id, name, photoUrl, plantSeed, unitName, siteName }) => (
          <Spotlight.Action
            key={id}
            label={name}
            description={[unitName, siteName].filter(Boolean).join(' · ')}
            leftSection={<Face photoUrl={photoUrl} plantSeed={plantSeed} size={32} />}
            onClick={() => void navigate({ to: '/people/$personId', params: { personId: id } })}
          />
        ))}
        {pages.length + programmes.length + people.length === 0 && !found.isFetching ? (
          <Spotlight.Empty>{t('shell.nothing-found')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
