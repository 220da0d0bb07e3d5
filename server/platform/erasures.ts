import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Somebody who was deleted: ids alone, kept outside the database so that a restore can delete again. */
export interface Erasure {
  workspaceId: string;
  personId: string;
  /** ISO instant. */
  at: string;
}

/** Adds one line to the file of deletions and waits until it is on the disk. */
export async function appendErasure(file: string, erasure: Erasure): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // A line torn by a crash must not swallow the next one.
  const text = await readFile(file, 'utf8').catch(() => '');
  const isTorn = text !== '' && !text.endsWith('\n');
  await appendFile(file, `${isTorn ? '\n' : ''}${JSON.stringify(erasure)}\n`, { mode: 0o600, flush: true });
}

/** All lines of the file of deletions; an absent file has none, a torn line is left out. */
export async function readErasures(file: string): Promise<Erasure[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      const { workspaceId, personId, at } = JSON.parse(line);
      return [{ workspaceId: String(workspaceId), personId: String(personId), at: String(at) }];
    } catch {
      return [];
    }
  });
}
