import { ORPCError } from '@orpc/server';
import { type ErrorCode, errorStatus } from '#contract/errors.ts';

/** Ends the request with a code that the contract lists; the web app has the words. */
export function fail(code: ErrorCode, data?: Record<string, string | number>): never {
  throw errorOf(code, data);
}

/** The error of a code, with the status that the contract gives it. */
export function errorOf(code: ErrorCode, data?: Record<string, string | number>): ORPCError<string, unknown> {
  return new ORPCError<string, unknown>(code, { status: errorStatus[code], message: code, data });
}
