import './people.css';
import { Alert, Loader } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Unit } from '#contract/people.ts';
import { api } from '#web/platform/api.ts';
import { useErrorWords } from '#web/platform/errors.ts';
import { useWords } from '#web/platform/words.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { BackToPeople } from './back-link.tsx';
import { en } from './people.words.ts';

type Children = ReadonlyMap<string | null, readonly Unit[]>;

function childrenOf(units: readonly Unit[]): Children {
  const ids = new Set(units.map((unit) => unit.id));
  return Map.groupBy(units, (unit) => (unit.parentId && ids.has(unit.parentId) ? unit.parentId : null));
}

function Branch({ unit, below, isOpenAtFirst }: { unit: Unit; below: Children; isOpenAtFirst: boolean }) {
  const t = useWords(en);
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const parts = below.get(unit.id) ?? [];
  return (
    <li>
      <div className="unit-line">
        {parts.length > 0 ? (
          <button
            type="button"
            className="unit-toggle"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'units.close' : 'units.open', { unit: unit.name })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <IconChevronRight size={18} stroke={1.5} aria-hidden />
          </button>
        ) : (
          <span style={{ width: 28, flex: 'none' }} />
        )}
        <Link to="/people" search={{ unit: unit.id }}>
          {unit.name}
        </Link>
        <span className="loam-muted">{t('units.people', { count: unit.people })}</span>
        {unit.origin ? <span className="loam-chip">{t('units.was', { origin: unit.origin })}</span> : null}
      </div>
      {isOpen && parts.length > 0 ? (
        <ul>
          {parts.map((part) => (
            <Branch key={part.id} unit={part} below={below} isOpenAtFirst={false} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** The tree of units, to walk. */
export function UnitsPage() {
  const t = useWords(en);
  const errorWords = useErrorWords();
  const { data, error, isPending } = useQuery(api.people.units.queryOptions({ staleTime: 300_000 }));
  const below = childrenOf(data?.units ?? []);
  const roots = below.get(null) ?? [];
  return (
    <Page title={t('units.title')} lead={t('units.lead')} above={<BackToPeople />}>
      {error ? <Alert role="alert">{errorWords(error)}</Alert> : null}
      {isPending ? <Loader role="status" aria-label={t('people.loading')} /> : null}
      {data && roots.length === 0 ? <EmptyState title={t('units.none')}>{t('units.none-hint')}</EmptyState> : null}
      {roots.length > 0 ? (
        <div className="loam-card">
          <ul className="unit-tree" aria-label={t('units.tree')}>
            {roots.map((unit) => (
              <Branch key={unit.id} unit={unit} below={below} isOpenAtFirst={roots.length < 9} />
            ))}
          </ul>
        </div>
      ) : null}
    </Page>
  );
}
