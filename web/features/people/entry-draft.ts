import type { WhoIAm } from '#contract/people.ts';

/** What stands in the fields; a place is the words typed. */
export interface EntryDraft {
  name: string;
  unit: string;
  site: string;
}

export type Choices = Record<'unit' | 'site', { value: string; label: string }[]>;

export const labelOf = (place: { id: string; name: string } | null, choices: Choices['unit']): string =>
  place ? (choices.find(({ value }) => value === place.id)?.label ?? place.name) : '';

export const entryDraftOf = (saved: WhoIAm, choices: Choices): EntryDraft => ({
  name: saved.name,
  unit: labelOf(saved.unit, choices.unit),
  site: labelOf(saved.site, choices.site),
});

const folded = (text: string): string => text.trim().toLocaleLowerCase();

/** A typed place as the server takes it: one that is here, the name of a new one, or none. */
export function placeOf(typed: string, choices: Choices['unit']): { id: string } | { name: string } | null {
  const known = choices.find(({ label }) => folded(label) === folded(typed));
  if (known) return { id: known.value };
  return typed.trim() ? { name: typed.trim() } : null;
}

/** Only what differs, and what is mine to say. */
export function entryChangeOf(saved: WhoIAm, draft: EntryDraft, choices: Choices) {
  const before = entryDraftOf(saved, choices);
  const differs = (field: keyof EntryDraft) =>
    saved.maySay.includes(field) && folded(draft[field]) !== folded(before[field]);
  const saysName = saved.maySay.includes('name') && draft.name.trim() !== '';
  return {
    // A guessed name that is left as it is has been looked at.
    ...(saysName && (draft.name.trim() !== saved.name || saved.nameFrom === 'address') && { name: draft.name.trim() }),
    ...(differs('unit') && { unit: placeOf(draft.unit, choices.unit) }),
    ...(differs('site') && { site: placeOf(draft.site, choices.site) }),
  };
}

/** Whether a place was typed that is not here and may not be made. */
export const isUnknown = (saved: WhoIAm, typed: string, choices: Choices['unit']): boolean =>
  !saved.mayNamePlaces && typed.trim() !== '' && !choices.some(({ label }) => folded(label) === folded(typed));
