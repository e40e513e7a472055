import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fail, type Result, succeed } from '../../core/result.ts';

/** What one server takes from whoever knocks. */
export interface LoopbackLimits {
  /** How long the head of a request, and all of it, may take to arrive, in milliseconds. */
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  /** How often both are looked at, in milliseconds. */
  readonly checkEveryMs: number;
  /** How many connections are open at once; a reader has a few. More are closed at once. */
  readonly connections: number;
}

/** Generous to a reader on a slow machine, and no room for somebody who only wants to keep Attest busy. */
const usualLimits: LoopbackLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  checkEveryMs: 5_000,
  connections: 128,
};

/** How many random ports are tried. */
const attempts = 8;

/** The servers of one port on this machine alone. */
export interface Loopback {
  readonly port: number;
  /** Takes no new connections, and ends those that are open. */
  readonly close: () => void;
}

/** The code of a refusal by the system, such as `EADDRINUSE`; `null` when it listens. */
function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => resolve(null));
  });
}

/**
 * Listens on 127.0.0.1, and on the same port of ::1 where the machine has IPv6: browsers try ::1 first for a name under
 * `.localhost`, and another account's program waiting there would be handed the ticket. Port 0 is a random one.
 */
export async function listenOnLoopback(
  handle: RequestListener,
  port: number,
  limits: LoopbackLimits = usualLimits,
): Promise<Result<Loopback>> {
  const makeServer = (): Server => {
    const server = createServer(
      {
        headersTimeout: limits.headersTimeoutMs,
        requestTimeout: limits.requestTimeoutMs,
        connectionsCheckingInterval: limits.checkEveryMs,
      },
      handle,
    );
    server.maxConnections = limits.connections;
    return server;
  };
  let refusal: string | null = null;
  for (let attempt = 0; attempt < (port === 0 ? attempts : 1); attempt += 1) {
    const servers = ['127.0.0.1', '::1'].map(makeServer);
    const [ipv4, ipv6] = servers as [Server, Server]; // One for each of the two addresses above.
    const close = (): void => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    };
    refusal = await listen(ipv4, '127.0.0.1', port);
    if (refusal) continue;
    const address = ipv4.address() as AddressInfo; // A listening TCP server has one; only pipes give a string.
    refusal = await listen(ipv6, '::1', address.port);
    if (refusal !== 'EADDRINUSE') return succeed({ port: address.port, close });
    close();
  }
  const which = port === 0 ? 'any port of this computer' : `port ${port}`;
  return fail('internal', `Attest cannot listen on ${which} (${refusal}). Choose another with --port, or none.`);
}
