import { connect, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { fail, type Result } from '../../../core/result.ts';
import type { LockOwner } from '../../store/lock-owner.ts';
import { isOwnDoor } from './door-address.ts';
import { DoorResponse, greeting, requestLimitBytes } from './messages.ts';
import { readLines } from './read-lines.ts';

/** A way into the Attest that holds a workspace. */
export interface Visit {
  /** Makes a request, as `open-door.ts` answers it, and waits for so many milliseconds at most. Never rejects. */
  readonly ask: (name: string, input: unknown, withinMs?: number) => Promise<Result<unknown>>;
  /** Whether every request so far has been answered. */
  readonly isAnswered: () => boolean;
  readonly close: () => void;
}

/** How long a running Attest has to open its door, and how long to answer a request, in milliseconds. */
const greetingMs = 2_000;
const answerMs = 60_000;

const unanswered =
  'The Attest that has the workspace open has ended or does not answer: look whether the change is there before you try again.';

function openSocket(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const giveUp = (): void => {
      socket.destroy();
      resolve(null);
    };
    socket.setTimeout(greetingMs, giveUp);
    socket.once('error', giveUp);
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.off('error', giveUp);
      // What goes wrong from here on ends the reading below.
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

function parseResponse(line: Buffer): DoorResponse | null {
  try {
    return DoorResponse.safeParse(JSON.parse(line.toString())).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function visitBy(socket: Socket, token: string): Visit & { readonly greet: () => Promise<Result<unknown>> } {
  const waiting = new Map<number, (response: DoorResponse | null) => void>();
  let lastId = 0;
  let isAllAnswered = true;
  let isOver = false;

  const listen = async (): Promise<void> => {
    try {
      // What comes from our own program may be as long as it likes: the session of a large workspace is.
      for await (const line of readLines(socket, Number.POSITIVE_INFINITY)) {
        const response = parseResponse(line);
        if (!response) break;
        // An answer to nothing that was asked is to what was asked first: it could not be read there.
        const id = response.id ?? waiting.keys().next().value;
        if (id !== undefined) waiting.get(id)?.(response);
      }
    } catch {
      // The connection is broken; those who wait are told below.
    }
    isOver = true;
    socket.destroy();
    for (const tell of waiting.values()) tell(null);
  };
  void listen();

  const request = async (name: string, input: unknown, withinMs: number): Promise<Result<unknown>> => {
    lastId += 1;
    const id = lastId;
    const line = `${JSON.stringify({ token, id, name, input })}\n`;
    if (Buffer.byteLength(line) > requestLimitBytes) {
      return fail(
        'invalid',
        'The change is larger than what can be handed over at once: close the other Attest first.',
      );
    }
    const response = isOver
      ? null
      : await new Promise<DoorResponse | null>((resolve) => {
          const timer = setTimeout(() => resolve(null), withinMs);
          waiting.set(id, (answer) => {
            clearTimeout(timer);
            resolve(answer);
          });
          socket.write(line);
        });
    waiting.delete(id);
    if (response) return response.result;
    isAllAnswered = false;
    return fail('not-saved', unanswered);
  };
  return {
    greet: () => request(greeting, {}, greetingMs),
    ask: (name, input, withinMs = answerMs) => request(name, input, withinMs),
    isAnswered: () => isAllAnswered,
    close: () => socket.destroy(),
  };
}

/** Goes to the door of the workspace's holder. `null` where it has none that we can reach, or nobody answers in time. */
export async function knock({ door, token, machine }: LockOwner): Promise<Visit | null> {
  if (door === null || machine !== hostname() || !(await isOwnDoor(door))) return null;
  const socket = await openSocket(door);
  if (!socket) return null;
  const visit = visitBy(socket, token);
  if ((await visit.greet()).ok) return visit;
  visit.close();
  return null;
}
