import { Answered } from '#web/platform/answered.tsx';
import './people.css';
import { Button, Loader, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Unit } from '#contract/people.ts';
import { api } from '#web/platform/api.ts';
import { useMe } from '#web/platform/session.ts';
import { useTranslation } from '#web/platform/words.ts';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { BackToPeople } from './back-link.tsx';
import { UnitDialog, type UnitEdit } from './unit-edit.tsx';
import { UnitTree } from './unit-tree.tsx';
import { childrenOf, unitsNamed, withAncestors, withDescendants } from './units.ts';
import { en } from './units.words.ts';

const route = getRouteApi('/inside/units');

/** So many units at the top are open at first where I am in none. */
const FEW = 9;

function openAtFirst(units: readonly Unit[], myUnitId: string | null): Set<string> {
  if (myUnitId) return withAncestors(units, [myUnitId]);
  const roots = childrenOf(units).get(null) ?? [];
  return new Set(roots.length < FEW ? roots.map(({ id }) => id) : []);
}

/** What can be done where there are no units yet. */
function NoUnits({ onAdd }: { onAdd: (() => void) | undefined }) {
  const t = useTranslation(en);
  const { data: me } = useQuery(api.people.whoIAm.queryOptions({ enabled: !onAdd }));
  const maySay = me?.mayNamePlaces && me.maySay.includes('unit');
  return (
    <Card>
      <EmptyState title={t('units.none')}>
        <p>{t(onAdd ? 'units.none-steward' : maySay ? 'units.none-say' : 'units.none-wait')}</p>
        {onAdd ? (
          <>
            <Button variant="filled" onClick={onAdd}>
              {t('units.add')}
            </Button>
            <p className="unit-or">
              <Link to="/organisation/import">{t('units.to-import')}</Link>
            </p>
          </>
        ) : null}
        {maySay ? (
          <Link to="/settings" search={{ part: 'profile' }}>
            {t('units.to-entry')}
          </Link>
        ) : null}
      </EmptyState>
    </Card>
  );
}

interface SearchProps {
  q: string;
  found: number;
  onChange(q: string): void;
  onAdd: (() => void) | undefined;
}

function UnitSearch({ q, found, onChange, onAdd }: SearchProps) {
  const t = useTranslation(en);
  return (
    <div className="unit-search">
      <TextInput
        type="search"
        label={t('units.search')}
        maxLength={120}
        value={q}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {onAdd ? <Button onClick={onAdd}>{t('units.add')}</Button> : null}
      <p className="loam-muted" role="status">
        {q.trim() ? t('units.found', { count: found }) : ''}
      </p>
    </div>
  );
}

interface UnitsProps {
  units: readonly Unit[];
  myUnitId: string | null;
  isSteward: boolean;
}

function Units({ units, myUnitId, isSteward }: UnitsProps) {
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [edit, setEdit] = useState<UnitEdit | null>(null);
  const [first] = useState(() => openAtFirst(units, myUnitId));
  const found = q.trim() ? unitsNamed(units, q) : null;
  const ids = found?.map(({ id }) => id);
  const shown = ids && new Set([...withAncestors(units, ids), ...withDescendants(units, ids)]);
  // While one looks for something, the way to what was found is open.
  const open = found
    ? withAncestors(
        units,
        found.flatMap(({ parentId }) => parentId ?? []),
      )
    : first;
  const keyOf = (id: string) => `${q} ${id}`;
  const turn = (id: string, isOpen: boolean) => setToggled((before) => new Map(before).set(keyOf(id), isOpen));
  const isOpen = ({ id }: Unit) => toggled.get(keyOf(id)) ?? open.has(id);
  const add = isSteward ? () => setEdit({ kind: 'add', parentId: null }) : undefined;
  return (
    <>
      {units.length === 0 ? (
        <NoUnits onAdd={add} />
      ) : (
        <>
          <UnitSearch
            q={q}
            found={found?.length ?? 0}
            onAdd={add}
            onChange={(text) => void navigate({ search: text ? { q: text } : {}, replace: true })}
          />
          {found?.length === 0 ? null : (
            <UnitTree
              tree={{
                below: childrenOf(units),
                isShown: ({ id }) => !shown || shown.has(id),
                isOpen,
                onToggle: (unit) => turn(unit.id, !isOpen(unit)),
                myUnitId,
                ...(isSteward && { onEdit: setEdit }),
              }}
            />
          )}
        </>
      )}
      <UnitDialog
        edit={edit}
        units={units}
        onDone={(parentId) => parentId && turn(parentId, true)}
        onClose={() => setEdit(null)}
      />
    </>
  );
}

/** The tree of units: to find one, to walk, and for stewards to change. */
export function UnitsPage() {
  const t = useTranslation(en);
  const isSteward = useMe()?.person?.roles.includes('steward') ?? false;
  const units = useQuery(api.people.units.queryOptions({ staleTime: 60_000 }));
  return (
    <Page title={t('units.title')} lead={t('units.lead')} above={<BackToPeople />}>
      <Answered query={units} loading={<Loader />}>
        {(found) => <Units units={found.units} myUnitId={found.myUnitId} isSteward={isSteward} />}
      </Answered>
    </Page>
  );
}
