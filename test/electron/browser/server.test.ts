import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { freshLinkAdvice } from '../../../electron/browser/plain-page.ts';
import { callHeaders, pathOf, runServer } from './running-server.ts';
import { hardText } from './small-service.ts';

const passage = { statement: '000', passage: { start: 0, end: 4 } };

describe('coming in', () => {
  it('exchanges the ticket for a strict cookie that scripts cannot read, and goes on to the reader', async () => {
    const { server, ask } = await runServer();
    const entered = await ask({ path: pathOf(server.issueLink()), headers: { 'Sec-Fetch-Site': 'none' } });
    expect(entered).toMatchObject({ status: 303, headers: { location: '/' } });
    const [cookie = ''] = entered.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^attest-session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/u);
    const page = await ask({ path: '/', headers: { Cookie: cookie.split(';')[0] ?? '', 'Sec-Fetch-Site': 'none' } });
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.body).toContain('<title>Reader</title>');
  });

  it('gives every launch a name and a session of its own', async () => {
    const [one, other] = [await runServer(), await runServer()];
    expect(one.server.host).toMatch(/^[0-9a-f]{32}\.localhost:\d+$/u);
    expect(one.server.host.split(':')[0]).not.toBe(other.server.host.split(':')[0]);
    expect((await other.ask({ path: '/', headers: { Cookie: await one.enter() } })).status).toBe(403);
  });

  it('takes a ticket once', async () => {
    const { server, ask } = await runServer();
    const path = pathOf(server.issueLink());
    await ask({ path });
    const again = await ask({ path });
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain(freshLinkAdvice);
  });

  it('takes a ticket for a minute and no longer', async () => {
    const { server, ask, pass } = await runServer();
    const [early, late] = [pathOf(server.issueLink()), pathOf(server.issueLink())];
    pass(59_999);
    expect((await ask({ path: early })).status).toBe(303);
    pass(1);
    const refused = await ask({ path: late });
    expect(refused.status).toBe(403);
    expect(refused.body).toContain(freshLinkAdvice);
  });

  it('leaves the ticket good when a foreign page tried to use it', async () => {
    const { server, ask } = await runServer();
    const path = pathOf(server.issueLink());
    expect((await ask({ path, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
    expect((await ask({ path, method: 'HEAD' })).status).toBe(405);
    expect((await ask({ path })).status).toBe(303);
  });

  it.each(['/open', '/open?ticket=', `/open?ticket=${'0'.repeat(64)}`])(
    'refuses a made-up ticket: %s',
    async (path) => {
      const { ask } = await runServer();
      expect((await ask({ path })).status).toBe(403);
    },
  );
});

describe('a request that is not the reader’s', () => {
  const reads = ['/', '/assets/a%20b.js', '/events', '/download/x', '/nothing'];

  it.each(reads)('is refused without the cookie: %s', async (path) => {
    const { ask } = await runServer();
    const answer = await ask({ path });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain(freshLinkAdvice);
  });

  it.each([
    ['another website’s', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour’s under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin’s', { Origin: 'http://evil.example' }],
    ['an origin without a name', { Origin: 'null' }],
    ['one by a rebound name', { Host: 'evil.example' }],
    ['one by the bare address', { Host: '127.0.0.1' }],
  ])('is refused with the cookie where it is %s', async (_whose, headers) => {
    const { ask, enter } = await runServer();
    const Cookie = await enter();
    for (const path of reads) expect((await ask({ path, headers: { Cookie, ...headers } })).status).toBe(403);
  });

  it('is refused where its Host has the wrong port, or lacks it', async () => {
    const { server, ask, enter } = await runServer();
    const Cookie = await enter();
    const [name] = server.host.split(':');
    for (const Host of [`${name}:1`, `${name}`])
      expect((await ask({ path: '/', headers: { Cookie, Host } })).status).toBe(403);
  });

  it('is refused as a whole address, which proxies are asked for', async () => {
    const { server, ask, enter } = await runServer();
    const answer = await ask({ path: `http://${server.host}/`, headers: { Cookie: await enter() } });
    expect(answer.status).toBe(400);
  });

  it('is refused with a cookie that is nearly right', async () => {
    const { ask, enter } = await runServer();
    const cookie = await enter();
    for (const Cookie of [`${cookie}0`, cookie.slice(0, -1), `x${cookie}`, 'attest-session=', 'attest-session'])
      expect((await ask({ path: '/', headers: { Cookie } })).status).toBe(403);
    expect((await ask({ path: '/', headers: { Cookie: `a=b; ${cookie}` } })).status).toBe(200);
  });
});

describe('the reader’s files', () => {
  it('are served by their type, and nothing that is not there', async () => {
    const { ask, enter } = await runServer();
    const Cookie = await enter();
    const script = await ask({ path: '/assets/a%20b.js?v=1', headers: { Cookie } });
    expect(script).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    expect((await ask({ path: '/assets/', headers: { Cookie } })).status).toBe(404);
    expect((await ask({ path: '/', method: 'POST', headers: { Cookie } })).status).toBe(405);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//../secret.txt',
    '/%252e%252e/secret.txt',
    '/secret.txt%00.html',
    '/%ff',
    '/%',
  ])('cannot be left by %s', async (path) => {
    const { ask, enter } = await runServer();
    const answer = await ask({ path, headers: { Cookie: await enter() } });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('the secret');
  });

  it('come with the policy that lets nothing in from elsewhere, and so does everything else', async () => {
    const { server, ask, enter } = await runServer();
    const Cookie = await enter();
    const answers = [
      await ask({ path: '/', headers: { Cookie } }),
      await ask({ path: '/' }),
      await ask({ path: '/nothing', headers: { Cookie } }),
      await ask({ path: pathOf(server.issueLink()) }),
      await ask({ path: '/open' }),
      await ask({ path: '/call/undo', method: 'POST', headers: callHeaders(server, Cookie), body: '{}' }),
      await ask({ path: '/call/undo', method: 'POST' }),
    ];
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('a call', () => {
  it('carries the input to the service and its answer back, in full and nothing more', async () => {
    const { server, service, ask, enter } = await runServer();
    const headers = callHeaders(server, await enter());
    const body = JSON.stringify(passage);
    const answer = await ask({ path: '/call/citePassage', method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { text: hardText, html: '' } });
    expect(service.asked).toEqual([{ name: 'citePassage', input: passage }]);
  });

  it('brings a failure back as a value', async () => {
    const { server, ask, enter } = await runServer();
    const headers = callHeaders(server, await enter());
    const answer = await ask({ path: '/call/undo', method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      ok: false,
      fault: { code: 'read-only', message: 'Nothing can be changed here.' },
    });
  });

  it.each(['redo', 'openSession'])('says that the program is at fault where it is: %s', async (name) => {
    const { server, logged, ask, enter } = await runServer();
    const headers = callHeaders(server, await enter());
    const answer = await ask({ path: `/call/${name}`, method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'internal' } });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(name);
  });

  it.each([
    ['Cookie', 403],
    ['Origin', 403],
    ['X-Attest', 403],
    ['Content-Type', 415],
  ])('is refused without %s', async (left, status) => {
    const { server, service, ask, enter } = await runServer();
    const { [left]: _left, ...headers } = callHeaders(server, await enter());
    const answer = await ask({ path: '/call/undo', method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(service.asked).toEqual([]);
  });

  it.each([
    ['Host', 'evil.example', 403],
    ['Origin', 'http://evil.example', 403],
    ['Origin', 'null', 403],
    ['Sec-Fetch-Site', 'cross-site', 403],
    ['Sec-Fetch-Site', 'same-site', 403],
    ['Sec-Fetch-Site', 'none', 403],
    ['X-Attest', '2', 403],
    ['Content-Type', 'text/plain', 415],
    ['Content-Type', 'application/x-www-form-urlencoded', 415],
    ['Content-Type', 'application/jsonp', 415],
    ['Cookie', 'attest-session=0', 403],
  ])('is refused with %s: %s', async (name, value, status) => {
    const { server, service, ask, enter } = await runServer();
    const headers = { ...callHeaders(server, await enter()), [name]: value };
    expect((await ask({ path: '/call/undo', method: 'POST', headers, body: '{}' })).status).toBe(status);
    expect(service.asked).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('is made by POST, not by %s', async (method) => {
    const { server, service, ask, enter } = await runServer();
    const headers = callHeaders(server, await enter());
    const answer = await ask({ path: '/call/undo', method, headers });
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } });
    expect(service.asked).toEqual([]);
  });

  it.each(['nothing', '', 'toString', '__proto__', 'undo/', '%75ndo'])(
    'that is not in the contract is unknown: “%s”',
    async (name) => {
      const { server, service, ask, enter } = await runServer();
      const headers = callHeaders(server, await enter());
      const answer = await ask({ path: `/call/${name}`, method: 'POST', headers, body: '{}' });
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
      expect(service.asked).toEqual([]);
    },
  );

  it.each<[string, string, string | Uint8Array]>([
    ['nothing', 'undo', ''],
    ['half a value', 'changeTag', '{"do":'],
    ['bytes that are not UTF-8', 'changeTag', Buffer.from('{"do":"\xff"}', 'latin1')],
    ['another shape', 'deleteHighlights', '{"ids":[]}'],
    ['no object', 'undo', 'null'],
  ])('with %s as its input is refused', async (_what, name, body) => {
    const { server, service, ask, enter } = await runServer();
    const headers = callHeaders(server, await enter());
    const answer = await ask({ path: `/call/${name}`, method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(service.asked).toEqual([]);
  });

  it('takes 1 MiB and refuses a byte more, in words', async () => {
    const { server, ask, enter } = await runServer();
    const headers = callHeaders(server, await enter());
    const fill = (bytes: number): string => `{}${' '.repeat(bytes - 2)}`;
    const path = '/call/undo';
    expect((await ask({ path, method: 'POST', headers, body: fill(1_048_576) })).status).toBe(200);
    const refused = await ask({ path, method: 'POST', headers, body: fill(1_048_577) });
    expect(refused.status).toBe(413);
    expect(JSON.parse(refused.body)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    const flood = await ask({ path, method: 'POST', headers, body: fill(8 * 1_048_576) });
    expect(flood.status).toBe(413);
  });
});

describe('the port', () => {
  const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));

  it.runIf(hasIpv6)('is taken on ::1 too, where browsers knock first', async () => {
    const { server, ask } = await runServer();
    expect((await ask({ path: pathOf(server.issueLink()), address: '::1' })).status).toBe(303);
  });

  it('is not reachable from another machine', async () => {
    const { server, ask } = await runServer();
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal }) => !internal);
    const path = pathOf(server.issueLink());
    if (outside) await expect(ask({ path, address: outside.address })).rejects.toThrow(/ECONNREFUSED|EINVAL/u);
    expect((await ask({ path, address: '127.0.0.1' })).status).toBe(303);
  });
});

describe('closing', () => {
  it('lets nobody in any more', async () => {
    const { server, ask } = await runServer();
    const path = pathOf(server.issueLink());
    server.close();
    await expect(ask({ path })).rejects.toThrow(/ECONNREFUSED|ECONNRESET/u);
  });
});
