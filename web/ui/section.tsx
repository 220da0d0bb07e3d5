import type { ReactNode } from 'react';
import { Card } from './card.tsx';

interface SectionProps {
  title: string;
  /** A sentence that says what it is for. */
  lead?: string;
  children: ReactNode;
}

/** A card with a heading. */
export function Section({ title, lead, children }: SectionProps) {
  return (
    <Card>
      <h2 style={{ margin: lead ? '0 0 4px' : '0 0 16px' }}>{title}</h2>
      {lead ? (
        <p className="loam-muted loam-measure" style={{ margin: '0 0 16px' }}>
          {lead}
        </p>
      ) : null}
      {children}
    </Card>
  );
}
