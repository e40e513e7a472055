import type { ServerResponse } from 'node:http';
import type { AttestBridge } from '../../core/ipc-contract.ts';
import type { AttestEvent } from '../../core/session.ts';
import { securityHeaders } from './security-headers.ts';

/** Where the events are. */
export const eventsPath = '/events';

/** How often a comment shows both sides that the stream is alive, in milliseconds. */
const heartbeatMs = 15_000;

/** How long a reader waits before it connects again, in milliseconds. */
const retryMs = 1_000;

/** Bytes that may wait for a reader that does not read. More, and its stream ends: it connects again and refetches. */
const backlogLimitBytes = 4 * 1024 * 1024;

/** The event streams of all readers. */
export interface EventStreams {
  /** Makes a response a stream of events until either side closes it. */
  readonly add: (response: ServerResponse) => void;
  /** Ends all streams and listens no more. */
  readonly close: () => void;
}

/** Carries the service's events to readers as server-sent events, one JSON value each. */
export function createEventStreams(subscribe: AttestBridge['subscribe']): EventStreams {
  const streams = new Set<ServerResponse>();
  const send = (chunk: string): void => {
    for (const stream of streams) {
      stream.write(chunk);
      if (stream.writableLength > backlogLimitBytes) stream.destroy();
    }
  };
  const unsubscribe = subscribe((event: AttestEvent) => send(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => send(':\n\n'), heartbeatMs);
  heartbeat.unref();
  return {
    add(response) {
      response.writeHead(200, { ...securityHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
      response.write(`retry: ${retryMs}\n\n`);
      streams.add(response);
      response.once('close', () => streams.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      unsubscribe();
      for (const stream of streams) stream.end();
    },
  };
}
