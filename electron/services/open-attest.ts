import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { DeviceFile } from '../store/device-file.ts';
import { systemFiles } from '../store/files.ts';
import type { LockOwner } from '../store/lock-owner.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import { type WorkspaceLock, WorkspaceLockedError } from '../store/workspace-lock.ts';
import { WorkspaceStore } from '../store/workspace-store.ts';
import { createAttestService } from './attest-service.ts';
import { makeDoorAddress, removeDoor } from './hand-over/door-address.ts';
import { handOverCalls } from './hand-over/hand-over-calls.ts';
import { knock } from './hand-over/knock.ts';
import { type Door, openDoor } from './hand-over/open-door.ts';
import { type Collection, openCollection } from './open-collection.ts';
import type { OpenOptions } from './ports.ts';

/** Milliseconds between two attempts of a command to get at a workspace that another process holds. */
const retryEveryMs = 100;

/** The workspace is another process's; the error says whose. */
interface Locked {
  readonly locked: WorkspaceLockedError;
}

/**
 * The door of this process, over all locks that its store takes: the first when it opens, and another where the file
 * was lost. It opens once there is something behind it.
 */
class Doorway {
  readonly #options: OpenOptions;
  #lock: WorkspaceLock | null = null;
  #door: Door | null = null;

  constructor(options: OpenOptions) {
    this.#options = options;
  }

  /** Takes note of the lock, and clears away what its dead owners left. */
  async noteLock(lock: WorkspaceLock): Promise<void> {
    this.#lock = lock;
    for (const door of lock.deadDoors) await removeDoor(door);
    await this.#announce();
  }

  /** Opens the door to `service`; without a lock there is nobody who would look for it. */
  async open(service: AttestService): Promise<AttestService> {
    const { workspaceFolder, issueLink = () => null } = this.#options;
    const address = this.#lock && (await makeDoorAddress(workspaceFolder, process.env));
    if (address === null) return service;
    const token = () => this.#lock?.token ?? null;
    const door = await openDoor({ address, service, token, issueLink, log: console.error });
    if (!door) return service;
    this.#door = door;
    await this.#announce();
    return {
      ...service,
      async close() {
        await door.pause();
        let isSaved = false;
        try {
          isSaved = await service.close();
        } finally {
          if (isSaved) await door.close();
          else door.resume();
        }
        return isSaved;
      },
    };
  }

  async #announce(): Promise<void> {
    try {
      if (this.#door) await this.#lock?.announceDoor(this.#door.address);
    } catch (error) {
      // A lock that cannot be written is one that nobody finds the door by: they are told who holds the workspace.
      if (!isSystemError(error)) throw error;
    }
  }
}

async function openStore(
  { workspaceFolder, host, access }: OpenOptions,
  lockWaitMs: number,
  doorway: Doorway,
): Promise<Result<WorkspaceStore | Locked>> {
  const now = () => new Date().toISOString();
  const onLock = (lock: WorkspaceLock) => void doorway.noteLock(lock);
  try {
    return succeed(
      await WorkspaceStore.open({ folder: workspaceFolder, host, access, lockWaitMs, now, newId: randomUUID, onLock }),
    );
  } catch (error) {
    if (error instanceof WorkspaceLockedError) return succeed({ locked: error });
    if (!isSystemError(error)) throw error;
    return fail(
      'unreadable',
      say(/*i18n*/ 'The workspace in {workspaceFolder} is there but cannot be read: {why} Nothing has been changed.', {
        workspaceFolder,
        why: describeSystemError(error),
      }),
    );
  }
}

function openDeviceFile(folder: string, mayWrite: boolean): Promise<DeviceFile> {
  return DeviceFile.open({ folder, files: systemFiles, mayWrite, now: new Date().toISOString(), newId: randomUUID });
}

async function visitHolder(holder: LockOwner | null): Promise<AttestService | null> {
  const visit = holder && (await knock(holder));
  return visit && handOverCalls(visit);
}

async function openWith(options: OpenOptions, collection: Collection): Promise<Result<AttestService>> {
  const isCommand = options.host === 'command line';
  const deadline = performance.now() + options.lockWaitMs;
  for (;;) {
    const doorway = new Doorway(options);
    // A command that finds the workspace open has somebody to ask at once; the others wait for their turn.
    const opened = await openStore(options, isCommand ? 0 : options.lockWaitMs, doorway);
    if (!opened.ok) return opened;
    if (!('locked' in opened.value)) {
      const device = await openDeviceFile(options.workspaceFolder, opened.value.readOnlyReason === null);
      const service = createAttestService(options, collection, opened.value, device);
      return succeed(isCommand ? service : await doorway.open(service));
    }
    const { holder, sentence } = opened.value.locked;
    const handedOver = isCommand ? await visitHolder(holder) : null;
    if (handedOver) return succeed(handedOver);
    if (!isCommand || performance.now() >= deadline) return fail('read-only', sentence);
    await wait(retryEveryMs);
  }
}

/**
 * Opens the collection and the workspace, and gives the services that every host carries. For a command that writes
 * while another host has the workspace open, these are that host's own, through its door. Fails with one sentence where
 * the workspace cannot be opened at all, for instance because another process is writing in it.
 */
export async function openAttest(options: OpenOptions): Promise<Result<AttestService>> {
  const collection = await openCollection(options.resources);
  return collection.ok ? openWith(options, collection.value) : collection;
}
