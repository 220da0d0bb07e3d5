import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Fewer than any usual limit of open files, and far more than an organisation's browsers hold. */
const MOST_SOCKETS = 2000;

/** Times of a connection, in milliseconds. */
export const SOCKET_TIMES = {
  headersTimeout: 15_000,
  connectionsCheckingInterval: 2000,
  // A directory of 32 MB at the slowest pace that is taken.
  requestTimeout: 40 * 60_000,
  keepAliveTimeout: 20_000,
};

/**
 * Keeps a server answering while others hold connections open: when there are too many, the one that has had no
 * answer for longest gives way to the newcomer, whether it sends nothing or dawdles with a body.
 */
export function guardSockets(server: Server, most = MOST_SOCKETS): void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    const [oldest] = open;
    if (oldest && open.size >= most) {
      open.delete(oldest);
      oldest.destroy();
    }
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    response.once('close', () => {
      if (open.delete(socket) && !socket.destroyed) open.add(socket);
    });
  });
}
