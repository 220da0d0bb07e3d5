import { spawn } from 'node:child_process';

// The server restarts and the pages reload at each change; the pages lie on the next port (vite.config.ts).
const origin = `http://localhost:${Number(process.env.PORT || 4020) + 1}`;
const env = { LOAM_BASE_URL: origin, ...process.env };
const children = [
  spawn(process.execPath, ['--watch', 'server/start.ts'], { stdio: 'inherit', env }),
  spawn('vite', [], { stdio: 'inherit', shell: process.platform === 'win32' }),
];

let ending = false;
function end(code: number): void {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

for (const child of children) child.on('exit', (code) => end(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
