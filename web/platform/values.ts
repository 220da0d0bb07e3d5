const isKeyOf = <T extends string>(each: Readonly<Record<T, unknown>>, key: string): key is T => key in each;

/** Every value of a type, in the order in which they are written; the compiler misses none and knows no others. */
export const valuesOf = <T extends string>(each: Readonly<Record<T, unknown>>): readonly T[] =>
  Object.keys(each).filter((key) => isKeyOf(each, key));
