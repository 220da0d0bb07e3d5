export interface Arrival {
  /** The address at the other end of the socket. */
  remote: string | undefined;
  /** What stands in the request line. */
  target: string;
  headers: Readonly<Record<string, unknown>>;
}

const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i;
const LOOPBACK_NAME = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/i;

/** What proxies, tunnels and content networks add; a browser on this machine sends none of it. */
const PROXY_HEADERS =
  /^(via|forwarded|x-forwarded.*|x-real-.*|x-proxy.*|x-original-.*|x-client-ip|x-cluster-client-ip|x-envoy-.*|x-amzn?-.*|x-arr-.*|x-azure-.*|x-appengine-.*|x-vercel-.*|x-ms-.*|x-host|x-scheme|x-url-scheme|x-rewrite-url|proxy-.*|cf-.*|cdn-loop|true-client-ip|fastly-.*|fly-.*|akamai-.*|ngrok-.*|tailscale-.*|remote-user|x-remote-.*|x-request-start|x-varnish|wl-proxy-.*|client-ip)$/i;

/** Whether a request comes from a browser on this machine, and through nothing. */
export function isFromHere({ remote, target, headers }: Arrival): boolean {
  const { host } = headers;
  return (
    LOOPBACK_ADDRESS.test(remote ?? '') &&
    target.startsWith('/') &&
    typeof host === 'string' &&
    LOOPBACK_NAME.test(host) &&
    !Object.keys(headers).some((name) => PROXY_HEADERS.test(name)) &&
    headers.upgrade === undefined
  );
}

/** Whether people are told to come by an address of another machine: then a proxy may stand before everything. */
export function isPublic(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && !LOOPBACK_NAME.test(new URL(baseUrl).host);
}
