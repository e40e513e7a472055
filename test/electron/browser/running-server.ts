import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Result } from '../../../core/result.ts';
import { createDownloads, type Downloads } from '../../../electron/browser/downloads.ts';
import { type BrowserServer, startBrowserServer } from '../../../electron/browser/server.ts';
import { loadStaticFiles } from '../../../electron/browser/static-files.ts';
import { createUploads, type Uploads } from '../../../electron/browser/uploads.ts';
import { createSmallService, type SmallService } from './small-service.ts';

/** One raw request; the test decides every header. */
export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly address?: string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server on a folder of its own, closed when the test ends. */
export interface RunningServer {
  readonly server: BrowserServer;
  readonly service: SmallService;
  readonly downloads: Downloads;
  readonly uploads: Uploads;
  readonly logged: string[];
  /** Lets the server's clock go on by so many milliseconds. */
  readonly pass: (ms: number) => void;
  /** Sends a request with the right Host unless another is given. */
  readonly ask: (ask: Ask) => Promise<Answer>;
  /** The same, without waiting for the body's end. */
  readonly stream: (ask: Ask) => Promise<IncomingMessage>;
  /** Goes in by a fresh link, and gives the cookie. */
  readonly enter: () => Promise<string>;
}

/** The value of an outcome that a test relies on. */
export function unwrap<T>(outcome: Result<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.message);
  return outcome.value;
}

/** The path and query of an opening link. */
export function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}

/** A reader of two files, with a secret beside it. */
async function makeReader(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attest-browser-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'the secret');
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>Reader</title>');
  await writeFile(join(folder, 'renderer', 'assets', 'a b.js'), 'export const one = 1;');
  return join(folder, 'renderer');
}

/** Starts a server for one test. */
export async function runServer(): Promise<RunningServer> {
  let nowMs = 0;
  const now = (): number => nowMs;
  const service = createSmallService();
  const downloads = createDownloads(now);
  const uploads = createUploads();
  const logged: string[] = [];
  const files = unwrap(await loadStaticFiles(await makeReader()));
  const log = (line: string): void => {
    logged.push(line);
  };
  const server = unwrap(await startBrowserServer({ service, files, downloads, uploads, port: 0, now, log }));
  onTestFinished(() => server.close());
  const [, port] = server.host.split(':');

  const stream = ({ method = 'GET', path, headers = {}, body, address = '127.0.0.1' }: Ask): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        { host: address, port, method, path, headers: { Host: server.host, ...headers }, agent: false },
        resolve,
      );
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  const ask = async (question: Ask): Promise<Answer> => {
    const response = await stream(question);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() };
  };
  return {
    server,
    service,
    downloads,
    uploads,
    logged,
    pass: (ms) => {
      nowMs += ms;
    },
    ask,
    stream,
    async enter() {
      const { headers } = await ask({ path: pathOf(server.issueLink()) });
      const [cookie = ''] = headers['set-cookie'] ?? [];
      return cookie.split(';')[0] ?? '';
    },
  };
}

/** The headers of a call as the reader itself makes it. */
export function callHeaders(server: BrowserServer, cookie: string): Record<string, string> {
  return {
    Cookie: cookie,
    Origin: `http://${server.host}`,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'X-Attest': '1',
  };
}
