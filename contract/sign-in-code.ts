/** Letters and digits of codes: Crockford's, without I, L, O and U. */
export const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A code for the one browser that asked. */
export const CODE_LENGTH = 9;
/** Begins a longer code that works in every browser that asks; no other code holds this letter. */
export const LONG_CODE_SIGN = 'U';
export const LONG_CODE_LENGTH = 12;

const READ_AS: Record<string, string> = { O: '0', I: '1', L: '1' };

/** A code as it was typed or pasted, forgiven: case, blanks, hyphens, and letters that look like digits. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[OIL]/g, (letter) => READ_AS[letter] ?? letter);

/** How long a code that begins so is when it is complete. */
export const codeLength = (plain: string): number =>
  plain.startsWith(LONG_CODE_SIGN) ? LONG_CODE_LENGTH : CODE_LENGTH;

/** A code in groups of three, as people read it: '7KQ-M2X-RDP'. */
export const groupedCode = (plain: string): string => plain.match(/.{1,3}/g)?.join('-') ?? '';
