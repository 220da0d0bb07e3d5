// Without letters and digits that look alike.
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code of two groups of four that people can type, from a derived secret in hex. */
export function codeFrom(hex: string): string {
  const letters = Array.from(
    { length: 8 },
    (_, index) => ALPHABET[Number.parseInt(hex.slice(index * 4, index * 4 + 4), 16) % ALPHABET.length],
  );
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** A typed code compares without case, blanks and dashes. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
