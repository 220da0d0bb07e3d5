import type { DirectoryEntry, DirectoryReading, DirectorySource, EntryReason } from './directory.ts';

/** A source of people that tests fill; it leaves out what no source may let through. */
export function fakeDirectory(people: readonly Omit<DirectoryEntry, 'line'>[]): DirectorySource {
  const read = (): DirectoryReading => {
    const reading: DirectoryReading = { entries: [], problems: [], leftOut: [], absent: [] };
    const taken = new Set<string>();
    for (const [index, person] of people.entries()) {
      const entry = { ...person, line: index + 2, email: person.email.toLowerCase() };
      const keys = [entry.email, ...(entry.externalId ? [`id ${entry.externalId}`] : [])];
      const reason = troubleOf(entry) ?? (keys.some((key) => taken.has(key)) ? 'duplicate' : undefined);
      if (reason) {
        reading.problems.push({ line: entry.line, reason, value: entry.email, isLeftOut: true });
        reading.leftOut.push({ externalId: entry.externalId ?? '', email: entry.email });
        continue;
      }
      for (const key of keys) taken.add(key);
      reading.entries.push(entry);
    }
    return reading;
  };
  return { read };
}

function troubleOf({ email, name }: DirectoryEntry): EntryReason | undefined {
  if (email === '') return 'email-missing';
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) return 'email-invalid';
  return name === '' ? 'name-missing' : undefined;
}
