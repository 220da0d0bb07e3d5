import { Alert } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useErrorWords } from './errors.ts';

interface ProblemProps {
  error: unknown;
  /** What helps, such as the way to the field it is about. */
  children?: ReactNode;
}

/** An error in words, beside the press that failed: read out, and never out of sight. */
export function Problem({ error, children }: ProblemProps) {
  const words = useErrorWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  return (
    <Alert ref={place} role="alert" my="sm">
      {words(error)}
      {children}
    </Alert>
  );
}
