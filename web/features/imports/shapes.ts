import type { ColumnUse, DateOrder, FileEncoding } from '#contract/imports.ts';
import type { client } from '#web/platform/api.ts';

/** An import with its plan. */
export type Run = Awaited<ReturnType<typeof client.imports.get>>;

/** How a file is to be read. */
export interface Reading {
  file: File;
  uses?: ColumnUse[];
  /** Words that mean "no longer here". */
  gone?: string[];
  encoding?: FileEncoding;
  dateOrder?: DateOrder;
  /** Pairs that are one person, and those that are two. */
  same?: string[];
  apart?: string[];
  complete: boolean;
}
