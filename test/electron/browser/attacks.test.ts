import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type LoopbackLimits, listenOnLoopback } from '../../../electron/browser/listen-on-loopback.ts';
import { patient } from '../../support/patient.ts';
import { callHeaders, pathOf, runServer, unwrap } from './running-server.ts';

/** Sends bytes as they are, and gives all that comes back until the server closes the connection. */
async function sendRaw(port: string | number, ...parts: string[]): Promise<string> {
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let answer = '';
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1');
  });
  socket.on('error', () => undefined); // A reset is an answer too.
  const closed = once(socket, 'close');
  for (const part of parts) socket.write(part);
  await closed;
  return answer;
}

const portOf = (host: string): string => host.split(':')[1] ?? '';
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);

describe('a request that tries a trick', () => {
  it.each([
    ['two names, the first right', 'Host: {host}\r\nHost: evil.example\r\n', 403],
    ['two names, the last right', 'Host: evil.example\r\nHost: {host}\r\n', 403],
    ['no name', '', 400],
    ['two lengths', 'Host: {host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n', 400],
    ['a length and chunks', 'Host: {host}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n', 400],
    ['a header that goes on on the next line', 'Host: {host}\r\nX-Attest: 1\r\n 2\r\n', 400],
    ['a line end inside a header', 'Host: {host}\r\nX-Attest: 1\nSet-Cookie: a=b\r\n', 400],
    ['headers without end', `Host: {host}\r\nX-Long: ${'a'.repeat(20_000)}\r\n`, 431],
  ])('is refused with %s', async (_what, headers, status) => {
    const { server, enter } = await runServer();
    const cookie = await enter();
    const head = headers.replaceAll('{host}', server.host);
    const request = `GET / HTTP/1.1\r\n${head}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`;
    const answer = await sendRaw(portOf(server.host), request);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toContain('<title>Reader</title>');
  });

  it.each(['TRACE', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'HEAD', 'POST'])(
    'is refused by the method %s, whatever the headers say it stands for',
    async (method) => {
      const { ask, enter } = await runServer();
      const headers = { Cookie: await enter(), 'X-HTTP-Method-Override': 'GET' };
      const answer = await ask({ path: '/?_method=GET', method, headers });
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET' } });
      expect(answer.headers['access-control-allow-methods']).toBeUndefined();
    },
  );

  it('cannot use Attest as a proxy', async () => {
    const { server } = await runServer();
    const answer = await sendRaw(portOf(server.host), `CONNECT 192.0.2.1:80 HTTP/1.1\r\nHost: ${server.host}\r\n\r\n`);
    expect(answer).toBe('');
  });

  it('cannot upgrade to a WebSocket, with or without the cookie', async () => {
    const { server, ask, enter } = await runServer();
    const upgrade = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      'Sec-WebSocket-Version': '13',
    };
    const foreign = { ...upgrade, Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    const Cookie = await enter();
    expect((await ask({ path: '/events', headers: { ...foreign, Cookie } })).status).toBe(403);
    expect((await ask({ path: '/events', headers: upgrade })).status).toBe(403);
    const own = { ...upgrade, Cookie, Origin: `http://${server.host}` };
    const answer = await ask({ path: '/', headers: own });
    expect(answer.status).toBe(200);
    expect(answer.headers.upgrade).toBeUndefined();
  });
});

describe('a session', () => {
  it('that is stolen is of no use from another website, and a ticket is none for a call', async () => {
    const { server, service, ask, enter } = await runServer();
    const cookie = await enter();
    const stolen = { ...callHeaders(server, cookie), Origin: 'http://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    expect((await ask({ path: '/call/undo', method: 'POST', headers: stolen, body: '{}' })).status).toBe(403);
    const ticket = new URL(server.issueLink()).searchParams.get('ticket') ?? '';
    const headers = callHeaders(server, `attest-session=${ticket}`);
    expect((await ask({ path: '/call/undo', method: 'POST', headers, body: '{}' })).status).toBe(403);
    expect(service.asked).toEqual([]);
  });

  it('cannot be set by whoever opens the link: the server chooses it', async () => {
    const { server, ask } = await runServer();
    const headers = { Cookie: 'attest-session=chosen' };
    const entered = await ask({ path: pathOf(server.issueLink()), headers });
    expect(entered.headers['set-cookie']?.[0]).toMatch(/^attest-session=[0-9a-f]{64};/u);
    expect((await ask({ path: '/', headers })).status).toBe(403);
  });

  it('is not given for a hundred guesses, and the ticket stays good', async () => {
    const { server, ask } = await runServer();
    const path = pathOf(server.issueLink());
    for (let guess = 0; guess < 100; guess += 1) {
      const ticket = guess.toString(16).padStart(64, '0');
      const refused = await ask({ path: `/open?ticket=${ticket}` });
      expect(refused.status).toBe(403);
      expect(refused.headers['set-cookie']).toBeUndefined();
    }
    expect((await ask({ path })).status).toBe(303);
  });

  it('is not to be had by what a request says: nothing of it comes back', async () => {
    const { ask, enter } = await runServer();
    const hostile = '%22%3E%3Cscript%3Ealert(1)%3C/script%3E%0d%0aSet-Cookie:%20a=b';
    for (const path of [`/open?ticket=${hostile}`, `/${hostile}`, `/download/${hostile}`, `/print/${hostile}`]) {
      const answer = await ask({ path, headers: { Cookie: await enter() } });
      expect([403, 404]).toContain(answer.status);
      expect(answer.body).not.toContain('alert');
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });
});

describe('every answer', () => {
  it('is kept by no cache, guessed at by no browser, shared with no other origin and framed by nobody', async () => {
    const { server, ask, enter } = await runServer();
    const Cookie = await enter();
    const answers = [
      await ask({ path: '/', headers: { Cookie } }),
      await ask({ path: '/assets/a%20b.js', headers: { Cookie } }),
      await ask({ path: '/nothing' }),
      await ask({ path: pathOf(server.issueLink()) }),
      await ask({ path: '/call/undo', method: 'POST', headers: callHeaders(server, Cookie), body: '{}' }),
    ];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'x-dns-prefetch-control': 'off',
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
    }
  });
});

describe('somebody who only keeps it busy', () => {
  const limits: LoopbackLimits = {
    headersTimeoutMs: 300,
    requestTimeoutMs: 600,
    checkEveryMs: 50,
    connections: 4,
  };

  async function listen() {
    const loopback = unwrap(
      await listenOnLoopback(
        (request, response) => {
          request.resume().on('end', () => response.end('answered'));
        },
        0,
        limits,
      ),
    );
    onTestFinished(() => loopback.close());
    return loopback;
  }

  it('with a head that never ends is shown out', async () => {
    const { port } = await listen();
    expect(statusOf(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: a\r\n'))).toBe(408);
  });

  it('with a body that never ends is shown out', async () => {
    const { port } = await listen();
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n';
    expect(statusOf(await sendRaw(port, head, 'a'))).toBe(408);
  });

  it('with many connections gets a few, and is back to none when they end', async () => {
    const { port } = await listen();
    const sockets = Array.from({ length: 12 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
    await vi.waitFor(() => {
      const open = sockets.filter(({ destroyed, readableEnded, closed }) => !destroyed && !readableEnded && !closed);
      expect(open.length).toBeLessThanOrEqual(limits.connections);
    }, patient);
    for (const socket of sockets) socket.destroy();
    const request = 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
    await vi.waitFor(async () => expect(await sendRaw(port, request)).toContain('answered'), patient);
  });
});
