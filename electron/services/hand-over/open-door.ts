import { createServer, type Server, type Socket } from 'node:net';
import { isAbsolute } from 'node:path';
import type { AttestService, CallOutput } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { isSystemError } from '../../store/system-error.ts';
import { answerCall } from '../answer-call.ts';
import type { WorkspaceService } from '../attest-service.ts';
import { isSameSecret } from '../secrets.ts';
import { removeDoor } from './door-address.ts';
import {
  AddRequest,
  addRequest,
  catalogueRequest,
  DoorRequest,
  type DoorResponse,
  greeting,
  ImportRequest,
  importRequest,
  linkRequest,
  requestLimitBytes,
} from './messages.ts';
import { LineTooLongError, readLines } from './read-lines.ts';

/** What is behind a door. */
export interface DoorOptions {
  /** One that `makeDoorAddress` gave. */
  readonly address: string;
  readonly service: Pick<AttestService, 'call'>;
  /** Reads the file at an absolute path, as `readImport` does one that is chosen in a dialog. */
  readonly readImportAt: (path: string) => Promise<Result<CallOutput<'readImport'>>>;
  /** Takes the catalogue at an absolute path, as `importCatalogue` does one that is chosen in a dialog. */
  readonly importCatalogueAt: WorkspaceService['importCatalogueAt'];
  /** Begins to add what is at absolute paths, as `beginAdding` does what is chosen in a dialog. */
  readonly beginAddingAt: WorkspaceService['beginAddingAt'];
  /** What a visitor must know; `null` while nobody may come in. */
  readonly token: () => string | null;
  /** A fresh link that opens this instance's reader; `null` where it has none to give. */
  readonly issueLink: () => string | null;
  /** Takes what the person at the terminal should see. */
  readonly log: (line: string) => void;
}

/** A door that stands open: other processes of this account make calls through it. */
export interface Door {
  readonly address: string;
  /** Lets no further call in, and resolves when those that are in have been done. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
  /** Ends all visits and removes the socket with its folder. */
  readonly close: () => Promise<void>;
}

/** What would bring up a dialog or a download in a reader whose user did not ask for it. */
const ownCalls: ReadonlySet<string> = new Set([
  'exportReport',
  'cancelExport',
  'exportHistory',
  'exportWork',
  'readImport',
  'saveImportReport',
  'beginAdding',
  'saveAddingReport',
  'saveOriginal',
  'saveFixityReport',
  'exportCatalogue',
  'importCatalogue',
]);

/** One answer. After `isLast` the visitor is shown out. */
interface Answer extends DoorResponse {
  readonly isLast: boolean;
}

function refuse(message: string, id: number | null = null): Answer {
  return { id, result: fail('invalid', message), isLast: true };
}

function parseRequest(line: Buffer): DoorRequest | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line);
    return DoorRequest.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

async function answerRequest({ name, input }: DoorRequest, options: DoorOptions): Promise<Result<unknown>> {
  if (name === greeting) return succeed(null);
  if (name === linkRequest) {
    const link = options.issueLink();
    return link === null ? fail('not-found', 'The Attest that is open has no link to give.') : succeed(link);
  }
  if (name === importRequest || name === catalogueRequest) {
    const path = ImportRequest.safeParse(input).data?.path ?? '';
    const { readImportAt, importCatalogueAt } = options;
    return isAbsolute(path)
      ? (name === importRequest ? readImportAt : importCatalogueAt)(path)
      : fail(
          'invalid',
          'The file to import is not named as the Attest that is open needs it: start both Attests anew.',
        );
  }
  if (name === addRequest) {
    const request = AddRequest.safeParse(input).data;
    return request?.paths.every((path) => isAbsolute(path))
      ? options.beginAddingAt(request, request)
      : fail('invalid', 'The files to add are not named as the Attest that is open needs it: start both Attests anew.');
  }
  if (ownCalls.has(name)) {
    return fail(
      'invalid',
      'Files are not chosen or saved by the Attest that is open for another: “attest export”, “attest import” and “attest add” do it by themselves.',
    );
  }
  return (await answerCall(options.service, name, input, options.log)).result;
}

function send(socket: Socket, { id, result }: DoorResponse): Promise<void> {
  return new Promise((resolve) => {
    // A visitor who has gone misses the answer: the call is done all the same.
    socket.write(`${JSON.stringify({ id, result })}\n`, () => resolve());
  });
}

function listen(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(address, () => resolve(true));
  });
}

/**
 * Listens at `options.address` and answers what is asked there, one request of a visitor after the other; does not keep
 * the process alive. `null` where the system lets nobody listen there: work goes on without a door.
 */
export async function openDoor(options: DoorOptions): Promise<Door | null> {
  const visitors = new Set<Socket>();
  const answering = new Set<Promise<Answer>>();
  let isPaused = false;

  const answer = async (line: Buffer): Promise<Answer> => {
    const request = parseRequest(line);
    if (!request) return refuse('The request is not one that Attest understands: start both Attests anew.');
    const token = options.token();
    if (token === null || !isSameSecret(request.token, token)) {
      return refuse('The request does not bear the secret of the lock file.', request.id);
    }
    if (isPaused) {
      const closing = fail(
        'not-saved',
        'The Attest that was open is being closed, and nothing was changed: try again.',
      );
      return { id: request.id, result: closing, isLast: true };
    }
    return { id: request.id, result: await answerRequest(request, options), isLast: false };
  };
  const attend = async (socket: Socket): Promise<void> => {
    try {
      // Not destroyed where the reading ends: the last answer is still on its way.
      for await (const line of readLines(socket.iterator({ destroyOnReturn: false }), requestLimitBytes)) {
        const answered = answer(line);
        // Only the doing: a visitor that stands still and reads nothing must not keep this Attest from closing.
        answering.add(answered);
        const reply = await answered.finally(() => answering.delete(answered));
        await send(socket, reply);
        if (reply.isLast) break;
      }
    } catch (error) {
      if (!(error instanceof LineTooLongError)) throw error;
      const limit = `${requestLimitBytes / 1024 / 1024} MiB`;
      await send(socket, refuse(`The request is larger than ${limit}, more than Attest takes at once: send less.`));
    } finally {
      socket.destroySoon();
    }
  };
  const server = createServer((socket) => {
    visitors.add(socket);
    socket.once('close', () => visitors.delete(socket));
    // A visitor that breaks off is not worth a word.
    socket.on('error', () => undefined);
    attend(socket).catch((error: unknown) => {
      if (!isSystemError(error)) options.log(`A visit of another process failed: ${String(error)}`);
    });
  });
  if (!(await listen(server, options.address))) {
    await removeDoor(options.address);
    return null;
  }
  server.on('error', (error) => options.log(`The door for other processes failed: ${error.message}`));
  server.unref();
  return {
    address: options.address,
    async pause() {
      isPaused = true;
      await Promise.allSettled(answering);
    },
    resume() {
      isPaused = false;
    },
    async close() {
      server.close();
      for (const visitor of visitors) visitor.destroySoon();
      await removeDoor(options.address);
    },
  };
}
