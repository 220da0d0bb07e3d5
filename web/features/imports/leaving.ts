import { errorCode } from '#web/platform/errors.ts';

/** How many would leave, as the server said when it asked for the number. */
export function leavingOf(error: unknown): number | undefined {
  if (errorCode(error) !== 'imports.needs-confirmation') return undefined;
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
  const gone = typeof data === 'object' && data !== null && 'gone' in data ? data.gone : undefined;
  return typeof gone === 'number' ? gone : undefined;
}
