import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instanceSecret } from './secrets.ts';

test('the secret is made once, and what a killed start left beside it goes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loam-secret-'));
  try {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const made = await instanceSecret(join(folder, 'secret'));
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    await writeFile(join(folder, `secret.${child.pid}`), 'half');
    expect(await instanceSecret(join(folder, 'secret'))).toBe(made);
    expect(await readdir(folder)).toEqual(['secret']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
