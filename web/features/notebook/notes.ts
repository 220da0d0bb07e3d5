export interface Note {
  id: string;
  text: string;
  isDone: boolean;
  /** 'YYYY-MM-DD', the day it was written. */
  day: string;
}

/** Adds a line on top; blank lines change nothing. */
export function addNote(notes: readonly Note[], note: Note): Note[] {
  const text = note.text.trim();
  return text ? [{ ...note, text }, ...notes] : [...notes];
}

export const toggleNote = (notes: readonly Note[], id: string): Note[] =>
  notes.map((note) => (note.id === id ? { ...note, isDone: !note.isDone } : note));

export const removeNote = (notes: readonly Note[], id: string): Note[] => notes.filter((note) => note.id !== id);

/** Reads what this device kept; anything unreadable counts as nothing. */
export function parseNotes(stored: string | null): Note[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(list) ? list.filter(isNote) : [];
  } catch {
    return [];
  }
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string) => key in value && typeof Reflect.get(value, key) === type;
  return has('id', 'string') && has('text', 'string') && has('isDone', 'boolean') && has('day', 'string');
}
