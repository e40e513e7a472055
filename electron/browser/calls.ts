import type { IncomingMessage } from 'node:http';
import { type AttestService, isCallName } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { answerCall } from '../services/answer-call.ts';

/** Where the calls are: this and the name of one. */
export const callPath = '/call/';

/** The largest input of a call, in bytes. */
const bodyLimitBytes = 1024 * 1024;

/** What a call is answered with: the HTTP status, and the result as it goes into the body. */
export interface HttpAnswer {
  readonly status: 200 | 400 | 404 | 413 | 500;
  readonly result: Result<unknown>;
}

const statuses = { unknown: 404, refused: 400, answered: 200, failed: 500 } as const;

/** Reads a body up to the limit. `null` where there was more; the rest is read and dropped, so that an answer arrives. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= bodyLimitBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return bytes <= bodyLimitBytes ? Buffer.concat(chunks) : null;
}

function parseJson(body: Buffer): Result<unknown> {
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      return fail('invalid', say(/*i18n*/ 'The reader sent something that is not JSON. Reload this page.'));
    throw error;
  }
}

/**
 * Answers one call that came by HTTP: reads the body, and has the contract and the service do the rest. Rejects where
 * the reader went away while sending.
 */
export async function answerRequest(
  service: AttestService,
  name: string,
  request: IncomingMessage,
  log: (line: string) => void,
): Promise<HttpAnswer> {
  const body = await readBody(request);
  if (!body) {
    const told = say(/*i18n*/ 'The request is larger than {limit} MiB, more than Attest takes at once. Send less.', {
      limit: bodyLimitBytes / 1024 / 1024,
    });
    return { status: 413, result: fail('invalid', told) };
  }
  const json = isCallName(name) ? parseJson(body) : succeed(null);
  if (!json.ok) return { status: 400, result: json };
  const { outcome, result } = await answerCall(service, name, json.value, log);
  return { status: statuses[outcome], result };
}
