import type { ReactNode } from 'react';

/** One thing that the palette reaches. */
export interface Hit {
  key: string;
  label: string;
  detail?: string;
  /** What it is, where the name alone does not say it. */
  kind?: string;
  face?: ReactNode;
  open(): void;
}

/** Hits of which a word begins as typed, and those that merely hold it; all are first while nothing is typed. */
export function partedBy(hits: readonly Hit[], typed: string): { first: Hit[]; rest: Hit[] } {
  const wanted = typed.toLocaleLowerCase();
  if (!wanted) return { first: [...hits], rest: [] };
  const place = ({ label }: Hit): number => {
    const text = label.toLocaleLowerCase();
    const at = text.indexOf(wanted);
    if (at < 0) return -1;
    return text.startsWith(wanted) || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 0 : 1;
  };
  return { first: hits.filter((hit) => place(hit) === 0), rest: hits.filter((hit) => place(hit) === 1) };
}
