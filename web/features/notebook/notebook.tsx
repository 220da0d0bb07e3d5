import { addNote, type Note, parseNotes } from './notes.ts';

/** Where this device keeps a person's notes. */
export const notesKey = (workspaceId: string, personId: string): string => `loam.notes.${workspaceId}.${personId}`;

/** The first open notes of this device, for the home page. */
export const openNotes = (workspaceId: string, personId: string): Note[] =>
  parseNotes(localStorage.getItem(notesKey(workspaceId, personId)))
    .filter(({ isDone }) => !isDone)
    .slice(0, 3);

/** Keeps a line in the notebook of this device. */
export function keepNote({ workspaceId, personId }: { workspaceId: string; personId: string }, note: Note): void {
  const key = notesKey(workspaceId, personId);
  localStorage.setItem(key, JSON.stringify(addNote(parseNotes(localStorage.getItem(key)), note)));
}
