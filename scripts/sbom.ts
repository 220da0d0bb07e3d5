import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { productionOf } from './lock.rules.ts';

interface Bom {
  serialNumber: string;
  metadata: { timestamp?: string; tools?: unknown; component: { 'bom-ref': string; name: string } };
  components: { 'bom-ref': string; name: string; version: string; hashes?: unknown[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** An id that follows from the lock file, in the form that the format asks for. */
function serialOf(lock: string): string {
  const hash = createHash('sha256').update(lock).digest('hex');
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** What the product runs on, as CycloneDX, by npm from the lock file; the same lock gives the same bytes. */
export function sbomOf(root: string): string {
  // With '--omit dev' npm also leaves out what a tool needs as well as the product: zod, nodemailer.
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const made = execFileSync('npm', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  const bom: Bom = JSON.parse(made);
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const production = new Set(productionOf(JSON.parse(lock)));
  bom.components = bom.components.filter(({ name, version }) => production.has(`${name}@${version}`));
  const kept = new Set([bom.metadata.component, ...bom.components].map((component) => component['bom-ref']));
  bom.dependencies = bom.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }));
  bom.serialNumber = serialOf(lock);
  // When, by which npm and in which folder it was made is not what it is about.
  delete bom.metadata.timestamp;
  delete bom.metadata.tools;
  bom.metadata.component.name = 'loam';
  return `${JSON.stringify(bom, null, 2)}\n`;
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist', 'sbom.json'), sbomOf(root));
  process.stderr.write('The bill of materials: dist/sbom.json\n');
}
