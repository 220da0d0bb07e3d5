import { existsSync, readFileSync } from 'node:fs';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A process as its file names it: its number, and when it began, so that a number used again is not mistaken for it. */
interface Holder {
  pid: number;
  began: string;
}

/** When a process began, in ticks since the machine did; empty where the system does not say. */
function beganAt(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of a program may hold blanks and brackets: count from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return `${boot}:${fields[19] ?? ''}`;
  } catch {
    return '';
  }
}

/** Whether a process with this number lives, be it somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function holderIn(text: string): Holder | undefined {
  const [pid = '', began = ''] = text.trim().split(' ');
  return Number(pid) > 0 ? { pid: Number(pid), began } : undefined;
}

const isHeld = ({ pid, began }: Holder): boolean => {
  if (pid === process.pid && began === '') return false;
  if (!isAlive(pid)) return false;
  return !existsSync('/proc/self/stat') || beganAt(pid) === began;
};

/** The living process that holds a file, if any. */
export async function holderOf(file: string): Promise<number | undefined> {
  const holder = holderIn(await readFile(file, 'utf8').catch(() => ''));
  return holder && isHeld(holder) ? holder.pid : undefined;
}

/** Takes a file for this process until it ends, however it ends; the number of the process that has it already. */
export async function holdFile(file: string): Promise<{ release(): Promise<void> } | { heldBy: number }> {
  const own = `${file}.${process.pid}`;
  const content = `${process.pid} ${beganAt(process.pid)}\n`;
  await writeFile(own, content, { mode: 0o600 });
  try {
    for (;;) {
      // A link either appears whole or not at all.
      const made = await link(own, file).then(
        () => true,
        (error: { code?: string }) => {
          if (error.code !== 'EEXIST') throw error;
          return false;
        },
      );
      if (made) {
        await sweepBeside(file);
        return { release: () => releaseFile(file, content) };
      }
      const heldBy = await holderOf(file);
      if (heldBy) return { heldBy };
      // What a dead process left goes aside under our name, so that two of us cannot take it twice.
      await rename(file, `${own}.left`).catch(() => undefined);
      const left = holderIn(await readFile(`${own}.left`, 'utf8').catch(() => ''));
      if (left && isHeld(left)) await link(`${own}.left`, file).catch(() => undefined);
    }
  } finally {
    await rm(own, { force: true });
    await rm(`${own}.left`, { force: true });
  }
}

/** Removes what processes that were killed while making a file left beside it, as `file.<number of the process>…`. */
export async function sweepBeside(file: string): Promise<void> {
  const prefix = `${basename(file)}.`;
  for (const name of await readdir(dirname(file))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (pid !== process.pid && pid > 0 && !isAlive(pid)) await rm(join(dirname(file), name), { force: true });
  }
}

async function releaseFile(file: string, content: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === content) await rm(file, { force: true });
}
