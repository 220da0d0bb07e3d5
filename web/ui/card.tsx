import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface CardProps {
  children: ReactNode;
  /** A small line above, saying what kind of thing this is. */
  label?: string;
  /** `sealed` is for what only the reader can read. */
  tone?: 'sealed';
}

/** A surface for one thing. */
export function Card({ children, label, tone }: CardProps) {
  return (
    <section className="loam-card" data-tone={tone}>
      {label ? (
        <p className="loam-label" data-tone={tone}>
          {tone === 'sealed' ? <IconLock size={15} stroke={1.75} aria-hidden /> : null}
          {label}
        </p>
      ) : null}
      {children}
    </section>
  );
}
