import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { contract } from './contract/contract.ts';

// The bundle gets names, methods and paths of the endpoints; the schemas stay on the server.
function minifiedContract(): Plugin {
  const name = 'virtual:contract';
  return {
    name: 'minified-contract',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) =>
      id === `\0${name}` ? `export const contract = ${JSON.stringify(minifyContractRouter(contract))};` : undefined,
  };
}

// The server sends these as they are, so nothing is compressed while somebody waits.
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const names = await readdir(dir, { recursive: true });
      await Promise.all(
        names
          .filter((name) => /\.(js|css|html|svg)$/.test(name))
          .map(async (name) => {
            const file = join(dir, name);
            if ((await stat(file)).size < 1024) return;
            const text = await readFile(file);
            await writeFile(`${file}.br`, await promisify(brotliCompress)(text));
            await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
          }),
      );
    },
  };
}

export default defineConfig({
  root: 'web',
  plugins: [react(), minifiedContract(), compressed()],
  build: { outDir: '../dist/web', emptyOutDir: true, manifest: true, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': 'http://localhost:4020', '/sample/api': 'http://localhost:4020' } },
});
