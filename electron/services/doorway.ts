import { type AttestService, type CallInput, isVaultCall, type WorkspaceCallName } from '../../core/ipc-contract.ts';
import { fail, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';
import { isSystemError } from '../store/system-error.ts';
import type { WorkspaceLock } from '../store/workspace-lock.ts';
import type { WorkspaceService } from './attest-service.ts';
import { makeDoorAddress, removeDoor } from './hand-over/door-address.ts';
import { type Door, openDoor } from './hand-over/open-door.ts';
import type { OpenOptions } from './ports.ts';

/** What visitors find: the calls of the workspace, and whether it is encrypted. A door stands open only where it is unlocked. */
function behindDoor(service: WorkspaceService, isEncrypted: boolean): Pick<AttestService, 'call'> {
  const call = async (name: Parameters<AttestService['call']>[0], input: unknown): Promise<unknown> => {
    if (name === 'readVault') return succeed({ state: isEncrypted ? 'open' : 'none', done: 0, total: 0 });
    if (isVaultCall(name)) {
      return fail(
        'invalid',
        say(/*i18n*/ 'The encryption is changed in the Attest that is open: do it there, or close it first.'),
      );
    }
    // Whoever calls has looked that the input belongs to the name.
    return service.call<WorkspaceCallName>(name, input as CallInput<WorkspaceCallName>);
  };
  // Answers belong to their names, as above; TypeScript cannot follow that through the union.
  return { call: call as AttestService['call'] };
}

/**
 * The door of this process, over all locks that its store takes: the first when it opens, and another where the file
 * was lost. It opens once there is something behind it.
 */
export class Doorway {
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
  async open(service: WorkspaceService, isEncrypted: boolean): Promise<WorkspaceService> {
    const { workspaceFolder, issueLink = () => null } = this.#options;
    const address = this.#lock && (await makeDoorAddress(workspaceFolder, process.env));
    if (address === null) return service;
    const token = () => this.#lock?.token ?? null;
    const door = await openDoor({
      address,
      service: behindDoor(service, isEncrypted),
      readImportAt: service.readImportAt,
      beginAddingAt: service.beginAddingAt,
      importCatalogueAt: service.importCatalogueAt,
      token,
      issueLink,
      log: console.error,
    });
    if (!door) return service;
    this.#door = door;
    await this.#announce();
    return {
      ...service,
      async close() {
        const paused = door.pause();
        service.giveUp();
        await paused;
        let isSaved = false;
        try {
          isSaved = await service.close();
        } finally {
          if (isSaved) await door.close();
          else door.resume();
        }
        return isSaved;
      },
      async abandon() {
        await door.close();
        await service.abandon();
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
