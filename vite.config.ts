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
    load: (id) => (id === `\0${name}` ? `export const contract = ${JSON.stringify(minifyContractRouter(contract))};` : undefined),
  };
}

export default defineConfig({
  root: 'web',
  plugins: [react(), minifiedContract()],
  build: { outDir: '../dist/web', emptyOutDir: true, manifest: true, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': 'http://localhost:4020', '/sample/api': 'http://localhost:4020' } },
});
