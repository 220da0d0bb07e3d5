import { session } from './session.ts';

/** Every endpoint of Loam, once. Server and web are both checked against it; the OpenAPI document comes from it. */
export const contract = { session };
