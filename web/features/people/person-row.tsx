import { Link } from '@tanstack/react-router';
import type { PersonRow as Row } from '#contract/people.ts';
import { Face } from '#web/ui/face.tsx';

/** One person of the directory: who, in their own words if they like, and where. */
export function PersonRow({ person }: { person: Row }) {
  const place = [person.unitName, person.siteName].filter(Boolean).join(' · ');
  return (
    <Link to="/people/$personId" params={{ personId: person.id }} className="people-row" data-person>
      <Face photoUrl={person.photoUrl} plantSeed={person.plantSeed} size={52} />
      <span className="people-row-words">
        <span className="people-row-name">{person.name}</span>
        {person.line ? (
          <span className="loam-muted">{person.line}</span>
        ) : person.title ? (
          <span className="loam-muted">{person.title}</span>
        ) : null}
      </span>
      <span className="loam-muted people-row-place">{place}</span>
    </Link>
  );
}

/** Arrow keys walk from person to person. */
export function walkRows(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-person]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[event.key === 'ArrowDown' ? at + 1 : at - 1];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
