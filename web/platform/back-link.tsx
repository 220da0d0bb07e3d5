import { IconArrowLeft } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';

/** The way back, above the title. */
export function BackLink({ to, children }: { to: NonNullable<LinkProps['to']>; children: string }) {
  return (
    <Link to={to} className="loam-back">
      <IconArrowLeft size={18} stroke={1.5} aria-hidden />
      {children}
    </Link>
  );
}
