import './people.css';
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PersonRow as Row } from '#contract/people.ts';
import { Answered } from '#web/platform/answered.tsx';
import { api } from '#web/platform/api.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { en } from './people.words.ts';
import { type DirectorySearch, PeopleFilters } from './people-filters.tsx';
import { PersonRow, walkRows } from './person-row.tsx';

const route = getRouteApi('/inside/people');

function useDirectory(search: DirectorySearch) {
  const { unit, site, ...rest } = search;
  const narrowed = { ...rest, ...(unit && { unitId: unit }), ...(site && { siteId: site }) };
  return useInfiniteQuery(
    api.people.search.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...narrowed, limit: 50, ...(cursor && { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
}

/** Calls when its place comes near the window. */
function Nearing({ onNear }: { onNear(): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && onNear(), { rootMargin: '600px' });
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [onNear]);
  return <div ref={place} />;
}

function UnitChip({ unitId, onClear }: { unitId: string; onClear(): void }) {
  const t = useTranslation(en);
  const units = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  const name = units.data?.units.find((unit) => unit.id === unitId)?.name ?? '…';
  return (
    <span>
      <strong>{t('people.in-unit', { unit: name })}</strong>{' '}
      <Button variant="plain" size="compact-sm" onClick={onClear}>
        {t('people.everywhere')}
      </Button>
    </span>
  );
}

function Alone() {
  const t = useTranslation(en);
  const isSteward = useMe()?.person?.roles.includes('steward');
  return (
    <EmptyState title={t('people.alone')}>
      <p>{t('people.alone-hint')}</p>
      {isSteward ? (
        <Link to="/organisation" search={{ part: 'people' }}>
          {t('people.bring-in')}
        </Link>
      ) : null}
    </EmptyState>
  );
}

function Found({ people }: { people: readonly Row[] }) {
  const t = useTranslation(en);
  if (people.length === 0) {
    return (
      <EmptyState title={t('people.none')} picture="roots">
        {t('people.none-hint')}
      </EmptyState>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are a convenience on top of ordinary links
    <div className="loam-card people-list" onKeyDown={walkRows}>
      <ul aria-label={t('people.list')} className="loam-rows loam-list">
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The directory: search, filters, and everyone who fits. */
export function PeoplePage() {
  const t = useTranslation(en);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (values: { [Key in keyof DirectorySearch]: string | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...values }).filter(([, value]) => value));
    void navigate({ search: next, replace: true });
  };
  const directory = useDirectory(search);
  const { error, isFetchNextPageError, isFetchingNextPage, hasNextPage, fetchNextPage } = directory;
  // Offline, what was found before is no answer to what is asked now.
  const data = directory.isPlaceholderData && directory.fetchStatus === 'paused' ? undefined : directory.data;
  const first = data?.pages[0];
  const people = data?.pages.flatMap((page) => page.people) ?? [];
  // More that did not come is said beside its press; what is there still holds.
  const query = { ...directory, data, error: isFetchNextPageError ? null : error };
  const isNarrowed = Object.keys(search).length > 0;
  const isAlone = !isNarrowed && first?.total === 1;
  return (
    <Page title={t('people.title')} lead={t('people.lead')}>
      <PeopleFilters search={search} onChange={change} />
      <div className="people-status">
        <span className="loam-muted" role="status">
          {first && people.length > 0
            ? t(first.more ? 'people.count-many' : 'people.count', { count: first.total })
            : ''}
        </span>
        {search.unit ? <UnitChip unitId={search.unit} onClear={() => change({ unit: undefined })} /> : null}
        <Link to="/units">{t('people.walk')}</Link>
      </div>
      <Answered query={query} height={480}>
        {() => <Found people={people} />}
      </Answered>
      {isAlone ? <Alone /> : null}
      {hasNextPage && !isFetchingNextPage && !isFetchNextPageError ? (
        <Nearing key={people.length} onNear={fetchNextPage} />
      ) : null}
      {hasNextPage ? (
        <Button mt="md" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('people.more')}
        </Button>
      ) : null}
      <Problem error={isFetchNextPageError ? error : null} />
    </Page>
  );
}
