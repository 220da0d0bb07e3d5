import './palette.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Role } from '#contract/common.ts';
import { api } from '#web/platform/api.ts';
import { useErrorMessage } from '#web/platform/errors.ts';
import { useTranslation } from '#web/platform/words.ts';
import { useActions } from './palette-actions.ts';
import { type Hit, partedBy } from './palette-hits.ts';
import { usePages } from './palette-pages.ts';
import { usePeopleHits } from './palette-people.tsx';
import { en } from './shell.words.ts';

interface FieldProps {
  text: string;
  list: string;
  chosen: string | undefined;
  onType(text: string): void;
  onKey(event: KeyboardEvent): void;
}

function Field({ text, list, chosen, onType, onKey }: FieldProps) {
  const t = useTranslation(en);
  const field = useRef<HTMLInputElement>(null);
  // It comes after its window has opened, and so too late for the window's own focus.
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      type="text"
      role="combobox"
      aria-label={t('shell.search')}
      aria-expanded
      aria-controls={list}
      aria-autocomplete="list"
      aria-activedescendant={chosen}
      placeholder={t('shell.search')}
      autoComplete="off"
      spellCheck={false}
      maxLength={120}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKey}
    />
  );
}

interface HitsProps {
  list: string;
  hits: readonly Hit[];
  chosen: number;
  onChoose(place: number): void;
  onOpen(hit: Hit): void;
}

function Hits({ list, hits, chosen, onChoose, onOpen }: HitsProps) {
  const t = useTranslation(en);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelectorAll('[role="option"]')[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={place} id={list} role="listbox" aria-label={t('shell.found')} className="palette-hits">
      {hits.map((hit, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach it through the field
        <div
          key={hit.key}
          id={`${list}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className="palette-hit"
          onPointerMove={() => onChoose(index)}
          onClick={() => onOpen(hit)}
        >
          {hit.face}
          <span>
            {hit.label}
            {hit.detail ? <small>{hit.detail}</small> : null}
          </span>
          {hit.kind ? <em>{hit.kind}</em> : null}
        </div>
      ))}
    </div>
  );
}

/** What stands below the field where nothing is found, or not yet. */
function State({ isSearching, error, count }: { isSearching: boolean; error: unknown; count: number }): ReactNode {
  const t = useTranslation(en);
  const words = useErrorMessage();
  if (error) return words(error);
  if (isSearching && count === 0) return t('shell.searching');
  return count === 0 ? t('shell.nothing-found') : '';
}

function useHits(text: string, roles: readonly Role[]) {
  const [q] = useDebouncedValue(text.trim(), 150);
  const wanted = text.trim();
  const pages = usePages(roles);
  const actions = useActions();
  const people = usePeopleHits(q, wanted !== '');
  const list = useQuery(api.programmes.list.queryOptions());
  const t = useTranslation(en);
  const navigate = useNavigate();
  const programmes: Hit[] =
    wanted.length > 1
      ? (list.data?.programmes ?? []).slice(0, 60).map(({ id, name }) => ({
          key: id,
          label: name,
          kind: t('shell.programme'),
          open: () => void navigate({ to: '/meet/programmes/$id', params: { id } }),
        }))
      : [];
  const own = partedBy([...pages, ...actions, ...programmes], wanted);
  return {
    hits: [...own.first, ...people.hits, ...own.rest],
    isSearching: people.isSearching || (wanted !== q && wanted.length > 1),
    error: people.error ?? list.error,
  };
}

/** Every page, person and action; opens whenever it was asked for once more. */
export function Palette({ asked, roles }: { asked: number; roles: readonly Role[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const t = useTranslation(en);
  useEffect(() => {
    if (asked === 0) return;
    setOpen(true);
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [asked]);
  const close = useCallback(() => dialog.current?.close(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('shell.search')}
      onClose={() => setOpen(false)}
      onClick={({ target, currentTarget }) => target === currentTarget && close()}
    >
      {isOpen ? <Search roles={roles} onClose={close} /> : null}
    </dialog>
  );
}

function Search({ roles, onClose }: { roles: readonly Role[]; onClose(): void }) {
  const list = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [isAwaited, setAwaited] = useState(false);
  const { hits, isSearching, error } = useHits(text, roles);
  const open = useCallback(
    (hit: Hit) => {
      onClose();
      hit.open();
    },
    [onClose],
  );
  const at = Math.min(chosen, hits.length - 1);
  const hit = hits[at];
  // Enter was pressed before the server had answered.
  useEffect(() => {
    if (!isAwaited || isSearching) return;
    setAwaited(false);
    if (hit) open(hit);
  }, [isAwaited, isSearching, hit, open]);
  const move = (by: number) => setChosen(hits.length ? (at + by + hits.length) % hits.length : 0);
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const by = moves[event.key];
    if (by === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (by !== undefined) move(by);
    else if (hit) open(hit);
    else setAwaited(true);
  };
  return (
    <>
      <Field
        text={text}
        list={list}
        chosen={hit ? `${list}-${at}` : undefined}
        onType={(typed) => {
          setText(typed);
          setChosen(0);
          setAwaited(false);
        }}
        onKey={onKey}
      />
      <Hits list={list} hits={hits} chosen={at} onChoose={setChosen} onOpen={open} />
      <p className="palette-state" role="status">
        <State isSearching={isSearching} error={error} count={hits.length} />
      </p>
    </>
  );
}
