import type { IncomingMessage } from 'node:http';
import { type Sentence, say } from '../../core/sentence.ts';
import { isSameSecret } from '../services/secrets.ts';

/** The cookie that a redeemed ticket is exchanged for. */
export const cookieName = 'attest-session';

/** The header that a form or a link on another page cannot send. */
const callHeader = 'x-attest';

/** Where this launch is reached, and the secret its readers hold. */
export interface Door {
  /** Name and port, as in the Host header. */
  readonly host: string;
  /** The value of the session cookie. */
  readonly session: string;
}

/** What a request wants: to come in with a ticket, to read something, to make a call, or to send a file. */
export type Purpose = 'enter' | 'read' | 'call' | 'send';

/** Why a request is turned away: the HTTP status, and one sentence. `no-session` may be cured by a fresh link. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 415;
  readonly kind: 'no-session' | 'refused';
  readonly told: Sentence;
}

function refuse(status: Refusal['status'], told: Sentence, kind: Refusal['kind'] = 'refused'): Refusal {
  return { status, kind, told };
}

function holdsSession(cookies: string | undefined, session: string): boolean {
  return (cookies ?? '').split(';').some((pair) => {
    const [name, ...value] = pair.trim().split('=');
    return name === cookieName && isSameSecret(value.join('='), session);
  });
}

function checkOrigin(request: IncomingMessage, door: Door, purpose: Purpose): Refusal | null {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  // Of several names Node gives the first, and whoever stands between may have judged by the last.
  const isNamedOnce = request.headersDistinct['host']?.length === 1;
  if (!request.url?.startsWith('/'))
    return refuse(400, say(/*i18n*/ 'The address of the request is not one of Attest.'));
  // A page elsewhere whose name was pointed at this machine (DNS rebinding) sends its own name here.
  if (!isNamedOnce || host?.toLowerCase() !== door.host)
    return refuse(403, say(/*i18n*/ 'The request was made under a name that is not Attest’s.'));
  const isPost = purpose === 'call' || purpose === 'send';
  if (origin === undefined ? isPost : origin !== `http://${door.host}`)
    return refuse(403, say(/*i18n*/ 'The request came from a page that is not Attest’s.'));
  // Only a link opened from outside a browser, or by typing it, is `none`. Old browsers do not send the header.
  const isOwn = site === undefined || site === 'same-origin' || (site === 'none' && !isPost);
  return isOwn ? null : refuse(403, say(/*i18n*/ 'The request came from another website.'));
}

const postTypes = { call: 'application/json', send: 'application/octet-stream' } as const;

function checkPost(request: IncomingMessage, purpose: keyof typeof postTypes): Refusal | null {
  if (request.method !== 'POST') return refuse(405, say(/*i18n*/ 'Calls are made by POST.'));
  if (request.headers[callHeader] !== '1')
    return refuse(403, say(/*i18n*/ 'The request does not come from the Attest reader.'));
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== postTypes[purpose]) {
    return purpose === 'call'
      ? refuse(415, say(/*i18n*/ 'Calls are made in JSON.'))
      : refuse(415, say(/*i18n*/ 'Files are sent as bytes.'));
  }
  return null;
}

/**
 * Whether a request may go on: `null`, or why not. Looks at its address, its headers and its cookie, never at its body,
 * so that nothing of an uninvited request is read.
 */
export function checkRequest(request: IncomingMessage, door: Door, purpose: Purpose): Refusal | null {
  const foreign = checkOrigin(request, door, purpose);
  if (foreign) return foreign;
  if (purpose !== 'enter' && !holdsSession(request.headers.cookie, door.session))
    return refuse(403, say(/*i18n*/ 'This window is not signed in to Attest.'), 'no-session');
  if (purpose === 'call' || purpose === 'send') return checkPost(request, purpose);
  return request.method === 'GET' ? null : refuse(405, say(/*i18n*/ 'Only GET is possible here.'));
}
