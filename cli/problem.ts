/** Something the caller can put right; told in one line, without a trace. */
export class Problem extends Error {}
