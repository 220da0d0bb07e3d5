/** What of a lock file is looked at. */
export interface Lock {
  lockfileVersion: number;
  packages: Record<string, Locked>;
}

export interface Locked {
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

/** Versions by name that must never be installed; '*' is each of them. */
export type Denied = Record<string, readonly string[]>;

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
// Anything that is no version or range of the registry: git, a file, an address, another name.
const ELSEWHERE = /[:/]/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** The name of a package by its place, 'node_modules/a/node_modules/@b/c' is '@b/c'. */
export const nameAt = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 13);

/** Names and versions that the product itself runs on. */
export const productionOf = ({ packages }: Lock): string[] => {
  const names = Object.entries(packages).filter(([place, { dev }]) => place !== '' && dev !== true);
  return [...new Set(names.map(([place, { version }]) => `${nameAt(place)}@${version}`))].sort();
};

function faultsOfOne(place: string, locked: Locked, manifest: Manifest, denied: Denied): string[] {
  const name = nameAt(place);
  const at = `${name}@${locked.version}`;
  const bad = denied[name] ?? [];
  const foreign = Object.entries({ ...locked.dependencies, ...locked.optionalDependencies }).filter(([, wanted]) =>
    ELSEWHERE.test(wanted),
  );
  return [
    ...(bad.includes('*') || bad.includes(locked.version ?? '') ? [`${at} is on the list of bad versions`] : []),
    ...(locked.link || !place.includes('node_modules/') ? [`${place} is a link to a folder`] : []),
    ...(locked.name !== undefined && locked.name !== name ? [`${at} is really ${locked.name}`] : []),
    ...(locked.version === undefined ? [`${name} has no version`] : []),
    ...(locked.resolved === undefined ? [] : [`${at} names where it comes from: ${locked.resolved}`]),
    ...(SHA512.test(locked.integrity ?? '') ? [] : [`${at} has no SHA-512 of its bytes`]),
    ...(locked.hasInstallScript && manifest.allowScripts?.[name] !== true
      ? [`${at} runs a script when installed`]
      : []),
    ...foreign.map(([wants, from]) => `${at} takes ${wants} from ${from}`),
  ];
}

/** What is wrong with a lock file and its manifest; empty where nothing is. */
export function faultsOf(lock: Lock, manifest: Manifest, denied: Denied): string[] {
  const wanted = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  const places = Object.entries(lock.packages).filter(([place]) => place !== '');
  const names = new Set(places.map(([place]) => nameAt(place)));
  const own = lock.packages[''] ?? {};
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`version ${lock.lockfileVersion} of lock files is not read`]),
    ...wanted
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${name} is asked for as "${version}"`),
    ...wanted
      .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
      .map(([name, version]) => `${name}@${version} is not what is locked`),
    ...Object.keys({ ...own.dependencies, ...own.optionalDependencies })
      .filter((name) => !wanted.some(([known]) => known === name))
      .map((name) => `${name} is locked, and nobody asks for it`),
    ...places.flatMap(([place, locked]) => faultsOfOne(place, locked, manifest, denied)),
    ...Object.keys(manifest.allowScripts ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${name} may run a script, but is not there`),
  ];
}
