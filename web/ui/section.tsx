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
      <h2 className={lead ? 'loam-title' : 'loam-title-lead'}>{title}</h2>
      {lead ? <p className="loam-muted loam-measure loam-title-lead">{lead}</p> : null}
      {children}
    </Card>
  );
}
