import { createServer } from 'node:net';

/** Ends with one line where a port cannot be listened on. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done()));
  });
}

const BY_CODE: Record<string, (error: Error) => string> = {
  EADDRINUSE: (error) =>
    `The port ${portOf(error)} is taken by another program. Set PORT to another one, or end that program.`,
  EADDRNOTAVAIL: () => 'HOST is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.',
  EACCES: (error) =>
    portOf(error)
      ? `This user may not listen on port ${portOf(error)}. Set PORT to one above 1023.`
      : `This user may not write to ${pathOf(error)}. Give the folder to this user, or set LOAM_DATA_DIR to another.`,
  EPERM: (error) =>
    `This user may not change ${pathOf(error)}. Give it to this user, or set LOAM_DATA_DIR to another folder.`,
  EROFS: (error) => `${pathOf(error)} cannot be written to. Set LOAM_DATA_DIR to a folder that can.`,
  ENOTDIR: (error) => `${pathOf(error)} is no folder. Set LOAM_DATA_DIR to another one.`,
  ENOSPC: () => 'The disk is full. Make room and start again.',
  ECONNREFUSED: () => 'No PostgreSQL answers at the address in DATABASE_URL.',
  ENOTFOUND: () => 'The host in DATABASE_URL is not known.',
  EAI_AGAIN: () => 'The host in DATABASE_URL is not known.',
  '28P01': () => 'PostgreSQL refuses the user or the password in DATABASE_URL.',
  '28000': () => 'PostgreSQL refuses the user in DATABASE_URL.',
  '3D000': () => 'The database in DATABASE_URL does not exist. Create it with the user there as its owner.',
};

const fieldOf = (error: Error, name: string): string => String(Reflect.get(error, name) ?? '');
const portOf = (error: Error): string => fieldOf(error, 'port');
const pathOf = (error: Error): string => fieldOf(error, 'dest') || fieldOf(error, 'path') || 'the data folder';

/** What a start that failed says: one line, and what to do about it where that is known. */
export function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return 'Loam could not start: PostgreSQL ended early.';
  const printed = fieldOf(error, 'stderr').trim();
  if (/No space left on device/.test(printed + error.message)) return BY_CODE.ENOSPC?.(error) ?? '';
  const known = BY_CODE[fieldOf(error, 'code')];
  if (known) return known(error);
  // A program that failed: its own last words, not the command that was run.
  const lines = (printed || error.message).split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /error|fatal|could not/i.test(line)) ?? lines[0] ?? '').trim();
}
