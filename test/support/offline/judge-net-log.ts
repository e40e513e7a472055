import { z } from 'zod';
import { isLoopback, reachabilityProbe, splitAddress } from './addresses.ts';

const Constants = z.object({ constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }) });

const Event = z.object({
  type: z.number(),
  source: z.object({ id: z.number() }),
  params: z.record(z.string(), z.unknown()).optional(),
});

/** One entry of Chromium's network log. */
export interface NetLogEvent {
  /** Chromium's name of it, such as `TCP_CONNECT_ATTEMPT`. */
  readonly name: string;
  /** The socket, request or task it is about. */
  readonly source: number;
  readonly params: Readonly<Record<string, unknown>>;
}

const eventsMark = '"events": [';

/** The events that are judged; the other kinds, most of a log, are not read further. */
const judgedNames = [
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
  'UDP_BYTES_SENT',
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_SYSTEM_TASK',
  'HOST_RESOLVER_DNS_TASK',
  'DNS_TRANSACTION',
  'URL_REQUEST_START_JOB',
];

/**
 * The judged events of a network log, also of one whose Chromium was killed: what it had not finished is left out. Throws
 * where the text is no network log, or of a Chromium that has no such events: then nothing could be judged.
 */
export function readNetLog(text: string): NetLogEvent[] {
  const start = text.indexOf(eventsMark);
  if (start === -1) throw new Error('This is not a network log of Chromium: it has no events.');
  const head = `${text.slice(0, start).trimEnd().replace(/,$/u, '')}}`;
  const { logEventTypes } = Constants.parse(JSON.parse(head)).constants;
  const names = new Map<number, string>();
  for (const name of judgedNames) {
    const type = logEventTypes[name];
    if (type === undefined) throw new Error(`This Chromium’s network log has no ${name}: the judgement needs mending.`);
    names.set(type, name);
  }
  const lines = text.slice(start + eventsMark.length).split('\n');
  return lines.flatMap((line, index) => {
    if (!line.startsWith('{')) return [];
    // Only the last line can be unfinished; one that is not and cannot be read is an error.
    if (index === lines.length - 1) return [];
    const { type, source, params = {} } = Event.parse(JSON.parse(line.replace(/\]?,?$/u, '')));
    const name = names.get(type);
    return name === undefined ? [] : [{ name, source: source.id, params }];
  });
}

const innerSchemes = new Set(['data:', 'blob:', 'about:', 'chrome:', 'devtools:', 'app:', 'chrome-error:']);

/** How Chromium writes that a request comes from no page, but from a service of its own. */
const ownInitiator = 'not an origin';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The name under which the Electron double has its application's own pages. */
const doubleHost = 'app.attest.electron-double.invalid';

function judgeConnection(address: string, ownPorts: ReadonlySet<number>): string | null {
  const place = splitAddress(address);
  if (place === null || !isLoopback(place.host)) return `connected to ${address}`;
  return ownPorts.has(place.port) ? null : `connected to ${address}, which is not Attest’s`;
}

function judge({ name, params }: NetLogEvent, ownPorts: ReadonlySet<number>): string | null {
  const address = textOf(params['address']);
  if (name === 'TCP_CONNECT_ATTEMPT') return address === '' ? null : judgeConnection(address, ownPorts);
  if (name === 'UDP_CONNECT') {
    if (address === '') return null; // The end of an attempt repeats nothing.
    return splitAddress(address)?.host === reachabilityProbe ? null : `connected by UDP to ${address}`;
  }
  if (name === 'UDP_BYTES_SENT') return `sent by UDP ${address}`.trimEnd();
  if (name === 'URL_REQUEST_START_JOB') {
    const url = textOf(params['url']);
    if (url === '') return null;
    if (!URL.canParse(url)) return `asked for ${url}`;
    // What the browser wants to tell its maker by itself is judged by whether it finds an address: it must not.
    if (params['initiator'] === ownInitiator) return null;
    const { protocol, hostname } = new URL(url);
    // The double's stand-in for `app://`: of a page that is closing, Chromium lets a request go on. Looking it up would show.
    if (hostname === doubleHost) return null;
    return innerSchemes.has(protocol) || isLoopback(hostname) ? null : `asked for ${url}`;
  }
  const host = textOf(params['host'] ?? params['hostname']).replace(/^\w+:\/\//u, '');
  return host === '' || isLoopback(host.replace(/:\d+$/u, '')) ? null : `looked up the name ${host}`;
}

/**
 * What in a network log leaves this computer or goes to a port that is not one of `ownPorts`: connections, names looked up
 * and addresses asked for, whether they got anywhere or not. One sentence part for each.
 */
export function judgeNetLog(events: readonly NetLogEvent[], ownPorts: ReadonlySet<number>): string[] {
  return [...new Set(events.flatMap((event) => judge(event, ownPorts) ?? []))];
}
