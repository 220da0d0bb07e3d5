import { existsSync, globSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { minifyContractRouter } from '@orpc/contract';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, transformWithOxc } from 'vite';
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

const mantine = resolve(import.meta.dirname, 'node_modules/@mantine');
const componentStyles = join(mantine, 'core/styles');

/** The style files of the components that a text names, and of those they are made of. */
function stylesNamed(text: string, homes: ReadonlyMap<string, string>): Set<string> {
  const [styles, seen] = [new Set<string>(), new Set<string>()];
  const walk = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    if (file.endsWith('.module.mjs')) styles.add(join(componentStyles, `${basename(file, '.module.mjs')}.css`));
    const parts = readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g);
    for (const [, part = ''] of parts) walk(resolve(dirname(file), part));
  };
  for (const [, names = ''] of text.matchAll(/import \{([^}]*)\} from ['"]@mantine\/core['"]/g)) {
    for (const name of names.split(',')) walk(homes.get(name.trim()) ?? '');
  }
  return styles;
}

// The library's whole style sheet is twice what our components need.
function mantineStyles(): Plugin {
  const home = '/virtual/mantine.css';
  return {
    name: 'mantine-styles',
    resolveId: (id) => (id === 'virtual:mantine.css' ? home : undefined),
    load(id) {
      if (id !== home) return undefined;
      const homes = new Map(
        globSync('core/esm/components/**/*.mjs', { cwd: mantine }).map((file) => [
          basename(file, '.mjs'),
          join(mantine, file),
        ]),
      );
      const sources = globSync(['../../web/**/*.tsx', '{notifications,spotlight}/esm/**/*.mjs'], { cwd: mantine });
      const texts = sources.map((file) => readFileSync(join(mantine, file), 'utf8')).join('\n');
      const whole = readFileSync(join(mantine, 'core/styles.css'), 'utf8');
      const place = (css: string) => whole.indexOf(css.slice(0, 60));
      const first = ['baseline', 'default-css-variables', 'global'].map((file) => join(componentStyles, `${file}.css`));
      const rest = [...stylesNamed(texts, homes)].filter(existsSync).map((file) => readFileSync(file, 'utf8').trim());
      return [...first.map((file) => readFileSync(file, 'utf8')), ...rest.sort((a, b) => place(a) - place(b))].join(
        '\n',
      );
    },
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

/** Whether a file of the bundle is one that every first view shows. */
const isFirstFont = (name: string) => /(inter|fraunces)-latin-wght-normal-[^/]*\.woff2$/.test(name);

// The page paints its frame before it has scripts; fonts and German words are asked for at once.
function firstView(): Plugin {
  return {
    name: 'first-view',
    apply: 'build',
    async generateBundle() {
      const file = join(import.meta.dirname, 'web/early.ts');
      const { code } = await transformWithOxc(await readFile(file, 'utf8'), file, { sourcemap: false });
      this.emitFile({ type: 'asset', name: 'early.js', source: code });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = Object.keys(bundle);
        const early = files.find((file) => /\/early-[^/]*\.js$/.test(file));
        const german = files.find((file) => /\/german-[^/]*\.js$/.test(file));
        const fonts = files.filter(isFirstFont);
        const script = `<script src="/${early}" data-german="/${german}"></script>`;
        const preloads = fonts.map(
          (font) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${font}">`,
        );
        return html
          .replace('</title>', `</title>\n    ${script}`)
          .replace('</head>', `  ${preloads.join('\n    ')}\n  </head>`);
      },
    },
    // Somebody signed in sees the frame of the app, anybody else that of an open page.
    async writeBundle({ dir = '' }) {
      const html = await readFile(join(dir, 'index.html'), 'utf8');
      await writeFile(join(dir, 'inside.html'), html.replace('data-frame="open"', 'data-frame="inside"'));
    },
  };
}

// Each file costs a turn on a slow line: the first view is two, whatever pages share a few more.
const groups = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules.*\.m?js$|rolldown.runtime/, priority: 4 },
  { name: 'app', tags: ['$initial' as const], priority: 3 },
  // Who only reads is spared the code of forms.
  { name: 'forms', test: /node_modules.(@mantine.form|klona|fast-deep-equal|@standard-schema)/, priority: 2.5 },
  // Parts of the library use each other while they load: in one file, no order of pages can break that.
  { name: 'parts', test: /node_modules/, minShareCount: 2, priority: 2 },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000, priority: 1 },
];

/** A shared part would else be called after all pages that share it. */
const named = ({ name = '', names: [first = name] = [] }: { name?: string; names?: string[] }, end: string) =>
  `assets/${first.startsWith('shared~') ? 'shared' : '[name]'}-[hash]${end}`;
const output = {
  codeSplitting: { groups },
  chunkFileNames: (chunk: { name: string }) => named(chunk, '.js'),
  assetFileNames: (asset: { names: string[] }) => named(asset, '[extname]'),
};

// While developing, the pages lie on the port after the server's (scripts/dev.ts).
const port = Number(process.env.PORT || 4020);
const server = `http://localhost:${port}`;

export default defineConfig({
  root: 'web',
  plugins: [react(), minifiedContract(), mantineStyles(), firstView(), compressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 700,
    assetsInlineLimit: 0,
    rolldownOptions: { output },
  },
  server: { port: port + 1, strictPort: true, proxy: { '/api': server, '/sample/api': server } },
});
