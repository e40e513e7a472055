import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findChromium } from '../find-chromium.mjs';
import { temporaryFolder } from '../temporary-folder.ts';
import { judgeNetLog, readNetLog } from './judge-net-log.ts';
import { judgeRecord } from './judge-record.ts';
import { admitPort, recordedEnvironment, recordedFlags, recordVariable } from './recording.ts';
import { readOutsideSockets, startSocketSampler } from './sample-sockets.ts';

/** An address that is nobody's (RFC 5737): whoever sends there has left this computer, and reaches nothing. */
const nobody = '192.0.2.1';

const programs = new Set([basename(process.execPath)]);

async function makeRecord(): Promise<{ folder: string; environment: NodeJS.ProcessEnv }> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-record-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return { folder, environment: { ...process.env, [recordVariable]: folder } };
}

/** What a recorded Node program that does `script` leaves in the record, judged. */
async function judgeScript(script: string, own: readonly number[] = []) {
  const { folder, environment } = await makeRecord();
  for (const port of own) admitPort(environment, port);
  spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: recordedEnvironment(environment),
    timeout: 50_000,
  });
  return judgeRecord(folder, programs);
}

describe('a recorded program', () => {
  it('may use Unix sockets and its own ports of this computer', async () => {
    const path = join(await temporaryFolder(), 'socket');
    const judged = await judgeScript(`
      import { createServer, connect } from 'node:net';
      const path = ${JSON.stringify(path)};
      const servers = [createServer().listen(0, '127.0.0.1'), createServer().listen(path)];
      await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
      connect(servers[0].address().port, '127.0.0.1', () => connect({ path }, () => process.exit()));`);
    expect(judged).toEqual({ threads: 1, browsers: 0, connections: 2, violations: [] });
  });

  it.each([
    [
      'a connection',
      `import { connect } from 'node:net'; connect(8009, '${nobody}').on('error', () => {}).destroy();`,
      `connected to ${nobody} port 8009`,
    ],
    [
      'a fetch',
      `await fetch('http://${nobody}:8009/', { signal: AbortSignal.timeout(300) }).catch(() => {});`,
      `connected to ${nobody} port 8009`,
    ],
    [
      'an encrypted connection',
      `import { connect } from 'node:tls'; connect({ host: '${nobody}', port: 443 }).on('error', () => {}).destroy();`,
      `connected to ${nobody} port 443`,
    ],
    [
      'HTTP/2',
      `import { connect } from 'node:http2'; connect('http://${nobody}:8009').on('error', () => {}).destroy();`,
      `connected to ${nobody} port 8009`,
    ],
    [
      'a name looked up',
      `import { lookup } from 'node:dns/promises'; await lookup('outside.invalid').catch(() => {});`,
      'looked up the name outside.invalid',
    ],
    [
      'a name resolved',
      `import { resolve4 } from 'node:dns'; resolve4('outside.invalid', () => process.exit());`,
      'looked up the name outside.invalid',
    ],
    [
      'a datagram',
      `import { createSocket } from 'node:dgram'; const s = createSocket('udp4'); s.send('x', 8009, '${nobody}', () => s.close());`,
      'a UDP socket: send',
    ],
    [
      'an open door',
      `import { createServer } from 'node:net'; createServer().listen(0, '0.0.0.0', () => process.exit());`,
      'listened at 0.0.0.0 port',
    ],
    [
      'another program',
      `import { spawn } from 'node:child_process'; spawn('curl', ['--version']).on('error', () => {});`,
      'started the program curl',
    ],
    [
      'another program, waited for',
      `import { execFileSync } from 'node:child_process'; try { execFileSync('wget', ['--version']); } catch {}`,
      'started the program wget',
    ],
  ])('is caught with %s', async (_what, script, violation) => {
    const { violations } = await judgeScript(script);
    expect(violations.join('\n')).toContain(violation);
  });

  it('is caught at a port of this computer that is somebody else’s', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo; // A listening TCP server has one; only pipes give a string.
    const script = `import { connect } from 'node:net'; connect(${port}, '127.0.0.1', () => process.exit());`;
    expect((await judgeScript(script)).violations).toEqual([
      expect.stringContaining(`connected to port ${port} of this computer, which is not Attest’s`),
    ]);
    expect((await judgeScript(script, [port])).violations).toEqual([]);
  });

  it('is recorded in its threads too', async () => {
    const judged = await judgeScript(`
      import { Worker } from 'node:worker_threads';
      const code = "import { connect } from 'node:net'; connect(8009, '${nobody}').on('error', () => {}).destroy();";
      new Worker(new URL('data:text/javascript,' + encodeURIComponent(code)));`);
    expect(judged.threads).toBe(2);
    expect(judged.violations).toEqual([expect.stringMatching(/thread 1, connected to 192\.0\.2\.1 port 8009/u)]);
  });
});

describe('a recorded browser', () => {
  const chromium = findChromium(process.env);

  /** The network log of a Chromium that shows a page of this HTML for a moment. */
  async function logOf(html: string, ...flags: string[]): Promise<string> {
    const { folder, environment } = await makeRecord();
    const profile = `--user-data-dir=${join(folder, 'profile')}`;
    const page = `data:text/html,${encodeURIComponent(html)}`;
    const args = [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      profile,
      ...recordedFlags(environment),
      ...flags,
      page,
    ];
    const child = spawn(chromium ?? '', args, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    const file = (await pollFor(async () => (await readdir(folder)).find((name) => name.startsWith('net-log-')))) ?? '';
    await pollFor(async () => (await readFile(join(folder, file), 'utf8')).includes(`"address":"${nobody}`));
    child.kill('SIGTERM');
    await ended;
    return readFile(join(folder, file), 'utf8');
  }

  async function pollFor<T>(look: () => Promise<T>): Promise<T | null> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const found = await look();
      if (found) return found;
      await sleep(100);
    }
    return null;
  }

  it.runIf(chromium !== null)('is caught where its page asks for something outside', async () => {
    const log = await logOf(`<img src="http://${nobody}:8009/picture">`);
    const violations = judgeNetLog(readNetLog(log), new Set());
    expect(violations).toContain(`asked for http://${nobody}:8009/picture`);
    expect(violations).toContain(`connected to ${nobody}:8009`);
    // Nor does the end of the log, which a killed browser does not write, matter.
    const cut = log.slice(0, log.indexOf('"polledData"') - 400);
    expect(judgeNetLog(readNetLog(cut), new Set())).toContain(`asked for http://${nobody}:8009/picture`);
  });

  const logWith = (...events: { type: number; params: object }[]): string => {
    const names = [
      'TCP_CONNECT_ATTEMPT',
      'UDP_CONNECT',
      'UDP_BYTES_SENT',
      'HOST_RESOLVER_MANAGER_JOB',
      'HOST_RESOLVER_SYSTEM_TASK',
      'HOST_RESOLVER_DNS_TASK',
      'DNS_TRANSACTION',
      'URL_REQUEST_START_JOB',
    ];
    const logEventTypes = Object.fromEntries(names.map((name, type) => [name, type]));
    const lines = events.map((event) => `${JSON.stringify({ ...event, source: { id: 1 } })},\n`);
    return `{"constants":${JSON.stringify({ logEventTypes })},\n"events": [\n${lines.join('')}`;
  };

  it.each([
    [0, { address: '127.0.0.1:80' }, []],
    [0, { address: '127.0.0.1:81' }, ['connected to 127.0.0.1:81, which is not Attest’s']],
    [0, { address: '[::1]:80' }, []],
    [0, { address: '192.168.1.4:80' }, ['connected to 192.168.1.4:80']],
    [1, { address: '[2001:4860:4860::8888]:443' }, []],
    [1, { address: '8.8.8.8:53' }, ['connected by UDP to 8.8.8.8:53']],
    [2, { byte_count: 1 }, ['sent by UDP']],
    [3, { host: 'https://outside.invalid' }, ['looked up the name outside.invalid']],
    [3, { host: 'http://0123.localhost:80' }, []],
    [6, { hostname: 'outside.invalid' }, ['looked up the name outside.invalid']],
    [7, { url: 'https://outside.invalid/a', initiator: 'null' }, ['asked for https://outside.invalid/a']],
    [7, { url: 'http://0123.localhost:80/a', initiator: 'null' }, []],
    [7, { url: 'https://maker.invalid/a', initiator: 'not an origin' }, []],
  ])('is judged by event %i with %j', (type, params, violations) => {
    expect(judgeNetLog(readNetLog(logWith({ type, params })), new Set([80]))).toEqual(violations);
  });

  it('cannot be judged by something else than its log', () => {
    expect(() => readNetLog('')).toThrow('not a network log');
    expect(() => readNetLog('{"constants":{"logEventTypes":{}},\n"events": [\n')).toThrow('TCP_CONNECT_ATTEMPT');
  });
});

describe.runIf(process.platform === 'linux')('the system’s list of sockets', () => {
  const line = (local: string, remote: string, inode = '7'): string =>
    `head\n   0: ${local} ${remote} 0A 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1\n`;

  it('tells what reaches outside from what does not', () => {
    expect(readOutsideSockets('tcp', line('0100007F:0050', '00000000:0000'))).toEqual([]);
    expect(readOutsideSockets('tcp', line('0100007F:0050', '0100007F:1000'))).toEqual([]);
    expect(readOutsideSockets('tcp', line('00000000:0050', '00000000:0000'))).toMatchObject([
      { local: '0.0.0.0 port 80' },
    ]);
    expect(readOutsideSockets('tcp', line('0200000A:0050', '010200C0:0009'))).toMatchObject([
      { remote: '192.0.2.1 port 9' },
    ]);
    const [here, everywhere] = ['00000000000000000000000001000000:0050', '00000000000000000000000000000000:0050'];
    expect(readOutsideSockets('tcp6', line(here, here))).toEqual([]);
    expect(readOutsideSockets('tcp6', line(everywhere, everywhere))).toMatchObject([{ local: ':: port 80' }]);
    const mapped = '0000000000000000FFFF00000100007F:0050';
    expect(readOutsideSockets('tcp6', line(mapped, mapped))).toEqual([]);
  });

  it('shows a process that opens itself to other computers, and not one that does not', async () => {
    const sampler = startSocketSampler(process.pid);
    const script = (host: string): string =>
      `require('node:net').createServer().listen(0, '${host}', () => setTimeout(() => process.exit(), 1500))`;
    const children = ['0.0.0.0', '127.0.0.1'].map((host) =>
      spawn(process.execPath, ['-e', script(host)], { stdio: 'ignore' }),
    );
    await Promise.all(children.map((child) => once(child, 'exit')));
    const found = sampler.stop();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/had a tcp socket from 0\.0\.0\.0 port \d+/u);
    expect(sampler.samples()).toBeGreaterThan(5);
  });
});
