import { en } from './errors.words.ts';
import { useWords } from './words.ts';

/** The code of an API error, 'offline' where no answer came, else 'unknown'. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code === 'BAD_REQUEST' ? 'bad-request' : error.code;
  }
  return error instanceof TypeError ? 'offline' : 'unknown';
}

const isKnown = (key: string): key is keyof typeof en => key in en;

/** Turns any error into a sentence: what happened, what is safe, what to do. */
export function useErrorWords(): (error: unknown) => string {
  const t = useWords(en);
  return (error) => {
    const key = `error.${errorCode(error)}`;
    return t(isKnown(key) ? key : 'error.unknown');
  };
}
