import type { ReactNode } from 'react';
import { Roots, Sprout } from './illustrations.tsx';

interface EmptyStateProps {
  title: string;
  picture?: 'sprout' | 'roots';
  children?: ReactNode;
}

/** What stands where there is nothing yet: a picture, a sentence, one thing to do. */
export function EmptyState({ title, picture = 'sprout', children }: EmptyStateProps) {
  return (
    <div style={{ display: 'grid', justifyItems: 'center', gap: 12, padding: '32px 16px', textAlign: 'center' }}>
      {picture === 'roots' ? <Roots /> : <Sprout />}
      <h2 style={{ fontSize: '1.25rem', margin: 0 }}>{title}</h2>
      {children ? <div className="loam-muted loam-measure">{children}</div> : null}
    </div>
  );
}
