import { Alert } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { errorCode, useErrorMessage } from './errors.ts';

interface ProblemProps {
  error: unknown;
  /** What to say instead, where the error alone does not tell. */
  words?: string | undefined;
  /** What helps, such as the way to the field it is about. */
  children?: ReactNode;
}

/** An error in words, beside the press that failed: read out, and never out of sight. */
export function Problem({ error, words, children }: ProblemProps) {
  const errorWords = useErrorMessage();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  return (
    <Alert ref={place} role="alert" my="sm">
      {words ?? errorWords(error)}
      {children}
    </Alert>
  );
}

interface FieldProblem {
  below: ReactNode;
  beside: unknown;
}

/** Parts an error: what is about a field stands below it, whatever else beside the press; `seen` was found before asking. */
export function useFieldProblem(error: unknown, codes: readonly string[], seen?: string): FieldProblem {
  const words = useErrorMessage();
  const isOfField = Boolean(error) && ['bad-request', ...codes].includes(errorCode(error));
  const said = seen ?? (isOfField ? words(error) : undefined);
  return { below: said ? <span role="alert">{said}</span> : undefined, beside: said ? null : error };
}
