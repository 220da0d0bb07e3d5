type Verb<Deps> = (deps: Deps, ...args: never[]) => unknown;
type Bound<V> = V extends (deps: never, ...args: infer Args) => infer Result ? (...args: Args) => Result : never;

/** A door over top-level verbs: what takes `(deps, ...args)` is called with `(...args)`. */
export function bindVerbs<Deps, Verbs extends Record<string, Verb<Deps>>>(
  deps: Deps,
  verbs: Verbs,
): { [Name in keyof Verbs]: Bound<Verbs[Name]> } {
  const bound = Object.entries(verbs).map(([name, verb]) => [name, (...args: never[]) => verb(deps, ...args)]);
  return Object.fromEntries(bound) as { [Name in keyof Verbs]: Bound<Verbs[Name]> };
}
