import { en } from './errors.words.ts';
import { useTranslation } from './words.ts';

/** The code of an API error, 'offline' where no answer came, else 'unknown'. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code === 'BAD_REQUEST' ? 'bad-request' : error.code;
  }
  return error instanceof TypeError ? 'offline' : 'unknown';
}

const GONE = new Set(['not-found', 'bad-request']);
const FINAL = new Set([...GONE, 'not-signed-in', 'not-allowed']);

/** Whether what an address or a link named does not exist, or not for me. */
export const isGone = (error: unknown): boolean => GONE.has(errorCode(error));

/** Whether another try would end the same. */
export const isFinal = (error: unknown): boolean => FINAL.has(errorCode(error));

const isKnown = (key: string): key is keyof typeof en => key in en;

/** Turns any error into a sentence: what happened, what is safe, what to do. */
export function useErrorMessage(): (error: unknown) => string {
  const t = useTranslation(en);
  return (error) => {
    const key = `error.${errorCode(error)}`;
    return t(isKnown(key) ? key : 'error.unknown');
  };
}
