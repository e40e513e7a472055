import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { patient } from '../../support/patient.ts';
import { runServer } from './running-server.ts';
import { savedEvent } from './small-service.ts';

/** Collects what a stream says, as it comes. */
function listenTo(stream: IncomingMessage): { readonly heard: () => string } {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  return { heard: () => text };
}

describe('the events', () => {
  it('reach every reader as one JSON value each', async () => {
    const { service, stream, enter } = await runServer();
    const headers = { Cookie: await enter(), 'Sec-Fetch-Site': 'same-origin' };
    const streams = [await stream({ path: '/events', headers }), await stream({ path: '/events', headers })];
    const readers = streams.map(listenTo);
    for (const { headers: given } of streams) expect(given['content-type']).toBe('text/event-stream; charset=utf-8');
    service.tell(savedEvent);
    const expected = `retry: 1000\n\ndata: ${JSON.stringify(savedEvent)}\n\n`;
    for (const { heard } of readers) await vi.waitFor(() => expect(heard()).toBe(expected), patient);
  });

  it('end, and ask nothing more of the service, when the server closes', async () => {
    const { server, service, stream, enter } = await runServer();
    const reader = await stream({ path: '/events', headers: { Cookie: await enter() } });
    reader.resume();
    expect(service.listenerCount()).toBe(1);
    const ended = once(reader, 'end');
    server.close();
    await ended;
    expect(service.listenerCount()).toBe(0);
  });

  it('go on for the others when a reader leaves', async () => {
    const { service, stream, enter } = await runServer();
    const headers = { Cookie: await enter() };
    const leaving = await stream({ path: '/events', headers });
    const { heard } = listenTo(await stream({ path: '/events', headers }));
    leaving.destroy();
    await once(leaving, 'close');
    service.tell(savedEvent);
    await vi.waitFor(() => expect(heard()).toContain('"type":"save"'), patient);
  });
});
