/** How many addresses go out at once. */
export const MOST_ADDRESSES = 200;

export interface Addresses {
  found: string[];
  /** Pieces that look like a mistyped address. */
  unread: string[];
}

const ADDRESS = /^[^\s@<>()[\],;:"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/** Addresses out of pasted text, each once: lists, columns, 'Ana Sousa <ana@…>' lines. */
export function readAddresses(text: string): Addresses {
  const pieces = text.split(/[\s,;<>()"'|]+/).map((piece) => piece.replace(/^mailto:/i, '').replace(/[.:]+$/, ''));
  const looksMeant = [...new Set(pieces.filter((piece) => piece.includes('@')).map((piece) => piece.toLowerCase()))];
  const isAddress = (piece: string) => piece.length <= 254 && ADDRESS.test(piece);
  return { found: looksMeant.filter(isAddress), unread: looksMeant.filter((piece) => !isAddress(piece)) };
}
