import type { ReactNode } from 'react';
import { Roots, Sprout } from './illustrations.tsx';

interface EmptyStateProps {
  title: string;
  picture?: 'sprout' | 'roots';
  /** 1 where nothing else heads the page. */
  level?: 1 | 2;
  children?: ReactNode;
}

/** What stands where there is nothing yet: a picture, a sentence, one thing to do. */
export function EmptyState({ title, picture = 'sprout', level = 2, children }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="loam-empty">
      {picture === 'roots' ? <Roots /> : <Sprout />}
      <Heading>{title}</Heading>
      {children ? <div className="loam-muted loam-measure">{children}</div> : null}
    </div>
  );
}
