import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { inEnglish, say, sayInTurn } from '../../core/sentence.ts';
import { createSecret } from '../services/secrets.ts';
import { answerRequest, callPath } from './calls.ts';
import { type Downloads, describeAttachment, downloadPath, printPath } from './downloads.ts';
import { createEventStreams, eventsPath } from './events.ts';
import { checkRequest, cookieName, type Door, type Purpose, type Refusal } from './guard.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { freshLinkAdvice, writePlainPage } from './plain-page.ts';
import { printedPageHeaders, securityHeaders } from './security-headers.ts';
import { findStaticFile, type StaticFiles } from './static-files.ts';
import { createTickets } from './tickets.ts';
import { type Uploads, uploadPath } from './uploads.ts';

const enterPath = '/open';
const nameBytes = 16;
const sessionBytes = 32;

/** What the server carries. */
export interface BrowserServerOptions {
  readonly service: AttestService;
  readonly files: StaticFiles;
  readonly downloads: Downloads;
  readonly uploads?: Uploads;
  /** 0 for a random one. */
  readonly port: number;
  /** Milliseconds by a clock that never goes backwards. */
  readonly now: () => number;
  /** Takes what the person at the terminal should see. */
  readonly log: (line: string) => void;
}

/** A running browser edition. */
export interface BrowserServer {
  /** Name and port of this launch. */
  readonly host: string;
  /** A fresh link, good for one opening within a minute. */
  readonly issueLink: () => string;
  /** Ends all streams and connections. The service stays open. */
  readonly close: () => void;
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string | Uint8Array) {
  const content = Buffer.from(body);
  response.writeHead(status, { ...securityHeaders, ...headers, 'Content-Length': content.length });
  response.end(content);
}

function sendJson(response: ServerResponse, status: number, result: Result<unknown>): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(result));
}

function sendPage(response: ServerResponse, status: number, title: string, sentence: string): void {
  send(response, status, { 'Content-Type': 'text/html; charset=utf-8' }, writePlainPage(title, sentence));
}

function sendRefusal(response: ServerResponse, purpose: Purpose, { status, kind, told }: Refusal): void {
  // The body of a refused request is not read: the connection cannot be used again.
  response.setHeader('Connection', 'close');
  const isPost = purpose === 'call' || purpose === 'send';
  if (status === 405) response.setHeader('Allow', isPost ? 'POST' : 'GET');
  if (isPost) {
    sendJson(response, status, fail('invalid', sayInTurn([told, say(/*i18n*/ 'Reload this page.')])));
  } else if (kind === 'no-session') sendPage(response, status, 'Attest needs a fresh link', freshLinkAdvice);
  else sendPage(response, status, 'Attest refused this request', inEnglish(told));
}

function sendDownload(response: ServerResponse, downloads: Downloads, token: string): void {
  const file = downloads.take(token);
  if (!file) {
    const sentence = 'An export can be downloaded once, within five minutes. Go back to Attest and export again.';
    sendPage(response, 404, 'This export is no longer here', sentence);
    return;
  }
  const headers = { 'Content-Type': file.mimeType, 'Content-Disposition': describeAttachment(file.suggestedName) };
  send(response, 200, headers, file.content);
}

function sendPrintedPage(response: ServerResponse, downloads: Downloads, token: string): void {
  const page = downloads.takePage(token);
  if (page) send(response, 200, { ...printedPageHeaders, 'Content-Type': page.mimeType }, page.content);
  else
    sendPage(
      response,
      404,
      'This page is no longer here',
      'It can be printed once. Go back to Attest and export again.',
    );
}

function sendFile(response: ServerResponse, files: StaticFiles, pathname: string): void {
  const file = findStaticFile(files, pathname);
  if (file) send(response, 200, { 'Content-Type': file.mimeType }, file.content);
  else sendPage(response, 404, 'There is nothing here', 'This address is not part of Attest.');
}

function purposeOf(pathname: string): Purpose {
  if (pathname === enterPath) return 'enter';
  if (pathname === uploadPath) return 'send';
  return pathname.startsWith(callPath) ? 'call' : 'read';
}

/**
 * Serves the reader and carries its calls, on this machine alone, under a name that no other launch has: cookies ignore
 * ports, so under plain 127.0.0.1 every other local server would receive ours. Fails where it cannot listen.
 */
export async function startBrowserServer(options: BrowserServerOptions): Promise<Result<BrowserServer>> {
  const { service, files, downloads, uploads, log } = options;
  const tickets = createTickets(options.now);
  const name = `${createSecret(nameBytes)}.localhost`;
  const session = createSecret(sessionBytes);
  // The port is known once it listens; until then no Host header can be right.
  let door: Door = { host: name, session };

  const enter = (response: ServerResponse, ticket: string): void => {
    if (!tickets.redeem(ticket)) sendPage(response, 403, 'Attest needs a fresh link', freshLinkAdvice);
    else {
      const cookie = `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
      send(response, 303, { Location: '/', 'Set-Cookie': cookie }, '');
    }
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A base is needed to parse a path; what stands in the Host header is for the guard to judge.
    const url = URL.canParse(request.url ?? '', 'http://attest.invalid')
      ? new URL(request.url ?? '', 'http://attest.invalid')
      : new URL('http://attest.invalid');
    const purpose = purposeOf(url.pathname);
    const refusal = checkRequest(request, door, purpose);
    if (refusal) sendRefusal(response, purpose, refusal);
    else if (purpose === 'enter') enter(response, url.searchParams.get('ticket') ?? '');
    else if (purpose === 'call') {
      const answer = await answerRequest(service, url.pathname.slice(callPath.length), request, log);
      sendJson(response, answer.status, answer.result);
    } else if (purpose === 'send' && uploads) {
      const taken = await uploads.take(url.searchParams.get('name') ?? '', request);
      sendJson(response, taken.ok ? 200 : 413, taken);
    } else if (url.pathname === eventsPath) streams.add(response);
    else if (url.pathname.startsWith(downloadPath))
      sendDownload(response, downloads, url.pathname.slice(downloadPath.length));
    else if (url.pathname.startsWith(printPath))
      sendPrintedPage(response, downloads, url.pathname.slice(printPath.length));
    else sendFile(response, files, url.pathname);
  };
  const listening = await listenOnLoopback((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A reader that went away while it was sending is not worth a word.
      if (request.complete) log(`A request failed: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  }, options.port);
  if (!listening.ok) return listening;
  const streams = createEventStreams(service.subscribe);
  const { port, close } = listening.value;
  door = { host: `${name}:${port}`, session };
  return succeed({
    host: door.host,
    issueLink: () => `http://${door.host}${enterPath}?ticket=${tickets.issue()}`,
    close() {
      streams.close();
      close();
    },
  });
}
