import { chmod, mkdir, stat } from 'node:fs/promises';
import { isTraversable } from './cluster.ts';

/**
 * Makes the data folder where it is missing. As root, PostgreSQL runs as a user of its own,
 * who must be able to walk into the folder; its files stay closed to others.
 */
export async function makeDataFolder(folder: string, isEmbedded: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (process.getuid?.() !== 0 || !isEmbedded) return;
  const { mode, uid } = await stat(folder);
  if (uid === 0 && (mode & 0o001) === 0) await chmod(folder, (mode & 0o777) | 0o111);
  if (isTraversable(folder)) return;
  throw new Error(
    `PostgreSQL does not run as root, and its user "postgres" cannot reach ${folder}. ` +
      'Choose another LOAM_DATA_DIR, such as /var/lib/loam, or run Loam as another user.',
  );
}
