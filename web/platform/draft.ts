import { useCallback, useEffect, useState } from 'react';
import { isLike } from './draft-shape.ts';
import { base } from './place.ts';
import { useMe } from './session.ts';

// In the tab alone: it survives reload and sign-in, and ends with the tab.
const PREFIX = `loam.draft:${base}:`;
const keyOf = (personId: string | undefined, form: string): string => `${PREFIX}${personId ?? 'nobody'}:${form}`;

function read<T>(key: string, like: T): T | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return value !== null && isLike(like, value) ? value : null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage keeps nothing; typing goes on.
  }
}

export interface Draft<T> {
  value: T;
  set(value: T): void;
  /** To be called when it is saved or thrown away. */
  clear(): void;
  isKept: boolean;
}

/** What is typed into a form: `saved` until it changes, kept for this person until it is cleared. */
export function useDraft<T>(form: string, saved: T): Draft<T> {
  const key = keyOf(useMe()?.person?.id, form);
  const [draft, setDraft] = useState<T | null>(() => read(key, saved));
  const set = useCallback(
    (value: T) => {
      write(key, value);
      setDraft(value);
    },
    [key],
  );
  const clear = useCallback(() => {
    sessionStorage.removeItem(key);
    setDraft(null);
  }, [key]);
  // What has been saved as it was typed needs no keeping.
  const isSaved = draft !== null && JSON.stringify(draft) === JSON.stringify(saved);
  useEffect(() => {
    if (isSaved) clear();
  }, [isSaved, clear]);
  return { value: draft ?? saved, set, clear, isKept: draft !== null && !isSaved };
}

const draftKeys = (): string[] => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));

/** Whether somebody left something typed in this tab. */
export const hasDrafts = (): boolean => draftKeys().some((key) => !key.startsWith(keyOf(undefined, '')));

/** Forgets what was typed in this tab, but for one person's. */
export function forgetDrafts(butOf?: string): void {
  for (const key of draftKeys()) if (!butOf || !key.startsWith(keyOf(butOf, ''))) sessionStorage.removeItem(key);
}
