import { parseNotes } from './notes.ts';

/** Where this device keeps a person's notes. */
export const notesKey = (workspaceId: string, personId: string): string => `loam.notes.${workspaceId}.${personId}`;

/** The first open notes of this device, for the home page. */
export function KeptNotes({ workspaceId, personId, empty }: { workspaceId: string; personId: string; empty: string }) {
  const open = parseNotes(localStorage.getItem(notesKey(workspaceId, personId))).filter(({ isDone }) => !isDone);
  if (open.length === 0) return <p className="loam-muted">{empty}</p>;
  return (
    <ul style={{ paddingLeft: '1.2em', margin: '0 0 8px' }}>
      {open.slice(0, 3).map((note) => (
        <li key={note.id}>{note.text}</li>
      ))}
    </ul>
  );
}
