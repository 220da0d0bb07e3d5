import { Link, type LinkProps } from '@tanstack/react-router';

interface PartsNavProps<Part extends string> {
  /** The page that shows the part its address names. */
  to: NonNullable<LinkProps['to']>;
  /** What the row of links is, for those who do not see it. */
  label: string;
  parts: readonly Part[];
  chosen: Part;
  nameOf(part: Part): string;
}

/** The parts of a page that shows one of them at a time. */
export function PartsNav<Part extends string>({ to, label, parts, chosen, nameOf }: PartsNavProps<Part>) {
  return (
    <nav className="loam-parts" aria-label={label}>
      {parts.map((part) => (
        <Link key={part} to={to} search={{ part }} aria-current={part === chosen ? 'page' : undefined}>
          {nameOf(part)}
        </Link>
      ))}
    </nav>
  );
}
