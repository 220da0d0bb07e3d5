import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '#contract/contract.ts';
import { Problem } from '../problem.ts';

export type Api = JsonifiedClient<ContractRouterClient<typeof contract>>;

/** The API of a server, spoken to with a token. */
export function apiOf(server: string, token: string): Api {
  const url = serverUrl(server);
  return createORPCClient(
    new OpenAPILink(contract, { url: `${url}/api`, headers: { authorization: `Bearer ${token}` } }),
  );
}

function serverUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Problem(`--server ${text}: give an address such as https://loam.example.org`);
  return url.href.replace(/\/+$/, '');
}

const WORDS: Record<string, string> = {
  'not-signed-in': 'the token is not known here, or has ended. A steward makes a new one under Organisation.',
  'not-allowed': 'the token belongs to somebody who is not a steward.',
  'access.token-imports-only': 'a token may import, and nothing else. Everything else is done in the browser.',
  'not-same-site': 'the server takes this for a request from another site. Is a proxy adding cookies or an Origin?',
  'not-found': 'the server does not know this import.',
  'too-large': 'the file is too large for this server.',
  'bad-request': 'the server could not understand the request. Is it the same version of Loam?',
  'imports.unreadable': 'this file could not be read as a table. Save it as CSV and try again.',
  'imports.outdated': 'the directory has changed since the preview. Run the command again to see it afresh.',
  'imports.already-applied': 'this import was applied and undone already. Run the command again for a fresh one.',
  'imports.works-council':
    'somebody of the works council would leave by this. Their role ends first: they lay it down, or two people end it under Organisation.',
  'imports.not-last': 'only the last import can be undone.',
};

/** Turns what a call threw into one line that says what to do. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ORPCError) return new Problem(WORDS[error.code] ?? `the server answered "${error.code}".`);
  return new Problem('the server cannot be reached. Check --server, and that Loam runs there.');
}

/** The code of an API error, if it is one. */
export const codeOf = (error: unknown): string | undefined => (error instanceof ORPCError ? error.code : undefined);
