import { lookup } from 'node:dns/promises';
import { type RequestOptions, request } from 'node:https';
import { BlockList, isIP } from 'node:net';

const CAP = 2 * 1024 * 1024;
const TIMEOUT = 10_000;

// What is not the open internet: own machine, private nets, links, multicast, documentation, translation.
const closed = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  closed.addSubnet(net, bits, 'ipv4');
}
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  closed.addSubnet(net, bits, 'ipv6');
}

/** True for an address of the open internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

export interface OutboundRequest {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

export interface OutboundAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface OutboundOptions {
  /** Replaced in tests. */
  resolve?: (host: string) => Promise<string[]>;
  isAllowed?: (address: string) => boolean;
  tls?: Pick<RequestOptions, 'ca'>;
  cap?: number;
  timeout?: number;
}

const resolveAll = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** The one way out over HTTP: https, resolved once, checked, connected to that very address; no redirects, caps on size and time. */
export function createOutbound(options: OutboundOptions = {}) {
  const { resolve = resolveAll, isAllowed = isPublicAddress, cap = CAP, timeout = TIMEOUT } = options;
  return async (wanted: OutboundRequest): Promise<OutboundAnswer> => {
    const url = new URL(wanted.url);
    if (url.protocol !== 'https:' || url.username || url.password)
      throw new Error('Only https addresses without credentials are called.');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) ? [host] : await resolve(host);
    const [address] = addresses;
    if (!address || !addresses.every(isAllowed)) throw new Error('This address is not on the open internet.');
    return send({ url, host, address, wanted, tls: options.tls ?? {}, cap, timeout });
  };
}

interface Call {
  url: URL;
  host: string;
  address: string;
  wanted: OutboundRequest;
  tls: Pick<RequestOptions, 'ca'>;
  cap: number;
  timeout: number;
}

function send({ url, host, address, wanted, tls, cap, timeout }: Call): Promise<OutboundAnswer> {
  return new Promise((done, failed) => {
    const settings: RequestOptions = {
      ...tls,
      host: address,
      port: url.port || 443,
      path: `${url.pathname}${url.search}`,
      method: wanted.method ?? 'GET',
      headers: { ...wanted.headers, host: url.host },
      // The certificate must be for the name, though the line goes to the address.
      ...(isIP(host) ? {} : { servername: host }),
      agent: false,
      signal: AbortSignal.timeout(timeout),
    };
    const asked = request(settings, async (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      try {
        for await (const chunk of answer) {
          size += chunk.length;
          if (size > cap) throw new Error('The answer is too large.');
          chunks.push(chunk);
        }
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
      } catch (error) {
        asked.destroy();
        failed(error);
      }
    });
    asked.on('error', failed);
    asked.end(wanted.body);
  });
}
