/** Limits that the screens tell before the server has to refuse. */

/** Longest text about oneself, in characters. */
export const ABOUT_LIMIT = 600;
/** Most bytes, and most pixels a side, of a stored photo. */
export const PHOTO_LIMIT = { bytes: 400_000, side: 1024 };
/** Most bytes of a directory file; a hundred thousand people fit. */
export const IMPORT_LIMIT = 32 * 1024 * 1024;
/** Most bytes of a request's body, where an endpoint asks for no more. */
export const BODY_LIMIT = 256 * 1024;
/** Room around a file for the rest of its request: names of fields, escapes. */
export const BODY_MARGIN = 2 * 1024 * 1024;
