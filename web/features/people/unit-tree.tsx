import { IconChevronRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { Unit } from '#contract/people.ts';
import { api } from '#web/platform/api.ts';
import { formatList } from '#web/platform/dates.ts';
import { Problem } from '#web/platform/problem.tsx';
import { useTranslation } from '#web/platform/words.ts';
import { type UnitEdit, UnitMenu } from './unit-edit.tsx';
import { en } from './units.words.ts';
import { refreshUnits, useUnitUndo } from './use-unit-undo.ts';

const SITES_SHOWN = 3;

/** What the tree shows, and what a press in it does. */
export interface Tree {
  below: ReadonlyMap<string | null, readonly Unit[]>;
  /** Where nothing is looked for, all of them. */
  isShown(unit: Unit): boolean;
  isOpen(unit: Unit): boolean;
  onToggle(unit: Unit): void;
  myUnitId: string | null;
  /** For stewards alone. */
  onEdit?: ((edit: UnitEdit) => void) | undefined;
}

function Sites({ sites }: { sites: readonly string[] }) {
  const t = useTranslation(en);
  if (sites.length === 0) return null;
  const more = sites.length - SITES_SHOWN;
  return (
    <span className="loam-muted unit-sites">
      {more > 0
        ? t('units.sites-more', { sites: sites.slice(0, SITES_SHOWN).join(', '), count: more })
        : formatList(sites)}
    </span>
  );
}

function Toggle({ unit, isOpen, onToggle }: { unit: Unit; isOpen: boolean; onToggle(): void }) {
  const t = useTranslation(en);
  return (
    <button
      type="button"
      className="unit-toggle"
      aria-expanded={isOpen}
      aria-label={t(isOpen ? 'units.close' : 'units.open', { unit: unit.name })}
      onClick={onToggle}
    >
      <IconChevronRight size={18} stroke={1.5} aria-hidden />
    </button>
  );
}

function Branch({ unit, tree }: { unit: Unit; tree: Tree }) {
  const t = useTranslation(en);
  const undo = useUnitUndo();
  const remove = useMutation(
    api.directory.removeUnit.mutationOptions({
      onSuccess: async () => {
        undo.removed(unit);
        await refreshUnits();
      },
    }),
  );
  const parts = tree.below.get(unit.id) ?? [];
  const isOpen = tree.isOpen(unit);
  return (
    <li data-branch>
      <div className="unit-line">
        {parts.length > 0 ? (
          <Toggle unit={unit} isOpen={isOpen} onToggle={() => tree.onToggle(unit)} />
        ) : (
          <span className="unit-no-toggle" />
        )}
        <div className="unit-words">
          <Link to="/people" search={{ unit: unit.id }} data-unit>
            {unit.name}
          </Link>
          <span className="loam-muted">{t('units.people', { count: unit.people })}</span>
          <Sites sites={unit.sites} />
          {unit.id === tree.myUnitId ? <span className="loam-chip">{t('units.mine')}</span> : null}
          {unit.origin ? <span className="loam-chip">{t('units.was', { origin: unit.origin })}</span> : null}
        </div>
        {tree.onEdit ? (
          <UnitMenu
            unit={unit}
            isLeaf={parts.length === 0}
            onEdit={tree.onEdit}
            onRemove={() => remove.mutate({ unitId: unit.id })}
          />
        ) : null}
      </div>
      <Problem error={remove.error} />
      {isOpen && parts.length > 0 ? (
        <ul>
          <Branches units={parts} tree={tree} />
        </ul>
      ) : null}
    </li>
  );
}

function Branches({ units, tree }: { units: readonly Unit[]; tree: Tree }) {
  return units.filter(tree.isShown).map((unit) => <Branch key={unit.id} unit={unit} tree={tree} />);
}

/** Arrow keys walk from unit to unit, open and close; on top of ordinary links and buttons. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-unit]')];
  const branch = event.target instanceof HTMLElement ? event.target.closest('[data-branch]') : null;
  const own = branch?.querySelector<HTMLElement>('[data-unit]');
  // Within a menu the arrow keys are the menu's.
  if (!own || event.defaultPrevented || event.target instanceof HTMLInputElement) return;
  const [at, toggle] = [links.indexOf(own), branch?.querySelector<HTMLElement>(':scope > .unit-line > .unit-toggle')];
  const isOpen = toggle?.getAttribute('aria-expanded') === 'true';
  const above = branch?.parentElement?.closest('[data-branch]')?.querySelector<HTMLElement>('[data-unit]');
  const moves: Record<string, () => void> = {
    ArrowDown: () => links[at + 1]?.focus(),
    ArrowUp: () => links[at - 1]?.focus(),
    Home: () => links[0]?.focus(),
    End: () => links.at(-1)?.focus(),
    ArrowRight: () => (toggle && !isOpen ? toggle.click() : toggle && links[at + 1]?.focus()),
    ArrowLeft: () => (isOpen ? toggle?.click() : above?.focus()),
  };
  const move = moves[event.key];
  if (!move) return;
  event.preventDefault();
  move();
}

/** The units as a tree to walk, open and close. */
export function UnitTree({ tree }: { tree: Tree }) {
  const t = useTranslation(en);
  return (
    <div className="loam-card unit-card">
      <p className="loam-visually-hidden" id="unit-keys">
        {t('units.keys')}
      </p>
      <ul className="unit-tree" aria-label={t('units.tree')} aria-describedby="unit-keys" onKeyDown={walk}>
        <Branches units={tree.below.get(null) ?? []} tree={tree} />
      </ul>
    </div>
  );
}
