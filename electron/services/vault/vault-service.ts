import { setTimeout as wait } from 'node:timers/promises';
import {
  type AttestService,
  type CallInput,
  type CallName,
  type CallOutput,
  isVaultCall,
  type VaultCallName,
  type WorkspaceCallName,
} from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { AttestEvent } from '../../../core/session.ts';
import { faultOfPassphrase, lockedSentence, type VaultState } from '../../../core/vault-state.ts';
import { systemFiles } from '../../store/files.ts';
import { isSystemError } from '../../store/system-error.ts';
import { ObstacleError } from '../../store/vault/find-obstacle.ts';
import { chooseCost } from '../../store/vault/scrypt-cost.ts';
import { sealFolder } from '../../store/vault/seal-folder.ts';
import type { SealingOptions } from '../../store/vault/sealing-steps.ts';
import { unsealFolder } from '../../store/vault/unseal-folder.ts';
import {
  changePassphrase,
  changeRecoveryKey,
  createVault,
  proposeRecoveryKey,
  type Secret,
  type Vault,
  withRecoveryKept,
} from '../../store/vault/vault.ts';
import { eraseVault, readVault, writeVault } from '../../store/vault/vault-file.ts';
import { lockWorkspace, WorkspaceLockedError } from '../../store/workspace-lock.ts';
import type { Collection } from '../open-collection.ts';
import { type OpenedService, openWorkspaceService, type WorkspaceKey } from '../open-workspace-service.ts';
import type { OpenOptions } from '../ports.ts';
import { AutoLock } from './auto-lock.ts';
import { SecretGuard } from './secret-guard.ts';
import { mendQuietly, type OpenedKey, settleVault } from './settle-vault.ts';
import { Turns } from './turns.ts';
import {
  alreadyEncrypted,
  brokenOff,
  cannotDecrypt,
  cannotOpen,
  diskFailed,
  keyDestroyed,
  notEncrypted,
  strangePassphrase,
  tooShort,
} from './vault-faults.ts';

/** A workspace that is open in this process. */
type Open = Extract<OpenedService, { readonly kind: 'here' }>;

type VaultHandlers = {
  readonly [Name in VaultCallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
};

/** How long locking waits for calls that are under way, in milliseconds. */
const patienceMs = 3_000;

/** Calls that wait for somebody to choose files or a place, for as long as they like: they are cancelled. */
const unhurried: ReadonlySet<CallName> = new Set([
  'beginAdding',
  'exportCatalogue',
  'exportHistory',
  'exportReport',
  'exportWork',
  'importCatalogue',
  'readImport',
  'saveAddingReport',
  'saveFixityReport',
  'saveImportReport',
  'saveOriginal',
]);

const lockedFault = () => fail('locked', lockedSentence);

/** Why `passphrase` is not set; `null` where it can be. */
function refusePassphrase(passphrase: string): ReturnType<typeof fail> | null {
  const fault = faultOfPassphrase(passphrase);
  if (fault === null) return null;
  return fault === 'short' ? tooShort() : strangePassphrase();
}

/**
 * The services of a workspace that may be encrypted: locked, unlocked, encrypted and decrypted while readers stay. What is
 * done to the encryption is done one after the other.
 */
export class VaultService implements AttestService {
  readonly #options: OpenOptions;
  readonly #collection: Collection;
  readonly #guard = new SecretGuard();
  readonly #listeners = new Set<(event: AttestEvent) => void>();
  readonly #underWay = new Set<Promise<unknown>>();
  #ending = new AbortController();
  readonly #autoLock: AutoLock;
  #unsubscribe: () => void = () => undefined;
  #open: Open | null = null;
  #key: WorkspaceKey | null = null;
  #state: VaultState;
  /** A change of the encryption is under way, and the workspace not to be asked. */
  #isChanging = false;
  #isErased = false;
  readonly #turns = new Turns({
    refuse: () => (this.#ending.signal.aborted ? lockedFault() : null),
    pause: () => this.#guard.pause(this.#ending.signal),
  });
  /** The recovery key that was proposed last, and is not said to be kept yet. */
  #proposed: string | null = null;
  readonly #handlers: VaultHandlers;

  /** Over a workspace that is not encrypted and open, or one that is encrypted and locked. */
  constructor(options: OpenOptions, collection: Collection, opened: Open | { readonly kind: 'locked' }) {
    this.#options = options;
    this.#collection = collection;
    this.#state = { state: 'none', done: 0, total: 0 };
    this.#autoLock = new AutoLock(() => void this.#turns.take(() => this.#lock()).catch(() => undefined));
    if (opened.kind === 'locked') this.#state = { state: 'locked', done: 0, total: 0 };
    else this.#use(opened);
    this.#handlers = {
      readVault: async () => succeed(this.#state),
      unlockVault: (secret) => this.#turns.takeSecret(() => this.#unlock(secret)),
      lockVault: () => this.#turns.take(() => this.#lock()),
      encryptWorkspace: ({ passphrase }) => this.#turns.takeSecret(() => this.#encrypt(passphrase)),
      decryptWorkspace: ({ passphrase, leavesDamaged = false }) =>
        this.#turns.takeSecret(() => this.#decrypt(passphrase, leavesDamaged)),
      changePassphrase: ({ passphrase, next }) =>
        this.#turns.takeSecret(() => this.#changePassphrase(passphrase, next)),
      renewRecoveryKey: ({ passphrase }) => this.#turns.takeSecret(() => this.#proposeRecoveryKey(passphrase)),
      keepRecoveryKey: ({ recoveryKey }) => this.#turns.takeSecret(() => this.#keepRecoveryKey(recoveryKey)),
      eraseWorkspaceKey: ({ passphrase }) => this.#turns.takeSecret(() => this.#erase(passphrase)),
    };
  }

  readonly call = async <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Result<CallOutput<Name>>> => {
    const answer = isVaultCall(name)
      ? this.#callVault(name, input as never)
      : this.#callWorkspace(name, input as never);
    // Both answer what belongs to the name; TypeScript cannot follow that through the union.
    return (await answer) as Result<CallOutput<Name>>;
  };

  readonly subscribe: AttestService['subscribe'] = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly close = async (): Promise<boolean> => {
    this.#ending.abort();
    // What is being tried opens nothing any more.
    if (!this.#open && this.#guard.isAsking) return true;
    return this.#turns.take(async () => {
      this.#autoLock.disarm();
      if (!this.#open) return true;
      if (!(await this.#open.service.close())) {
        this.#ending = new AbortController();
        this.#stir();
        return false;
      }
      // What is not encrypted can be read still, as by a reader that is about to go.
      if (this.#key) this.#forget();
      return true;
    });
  };

  async #callVault<Name extends VaultCallName>(name: Name, input: CallInput<Name>): Promise<unknown> {
    const answer = await this.#handlers[name](input);
    this.#stir();
    return answer;
  }

  async #callWorkspace<Name extends WorkspaceCallName>(name: Name, input: CallInput<Name>): Promise<unknown> {
    if (this.#isChanging || this.#isLocked()) return lockedFault();
    if (!this.#open) {
      const reopened = await this.#turns.take(() => this.#reopen(null));
      if (!reopened.ok) return reopened;
    }
    const asked = this.#open?.service;
    if (!asked || this.#autoLock.lockIfOverdue()) return lockedFault();
    this.#autoLock.disarm();
    const answer = asked.call(name, input);
    // While somebody chooses a place, which may be never, it locks by itself as at any time.
    if (unhurried.has(name)) this.#stir();
    else this.#underWay.add(answer);
    try {
      const answered = await answer;
      // What was found for a window that has been emptied meanwhile is not given to it.
      return this.#open?.service !== asked && this.#isLocked() ? lockedFault() : answered;
    } catch (error) {
      // It was locked under its hands.
      if (this.#open?.service !== asked) return lockedFault();
      throw error;
    } finally {
      this.#underWay.delete(answer);
      this.#stir();
    }
  }

  #isLocked(): boolean {
    return this.#state.state !== 'none' && this.#state.state !== 'open';
  }

  /** Somebody is there: begins to wait anew for nobody to be. */
  #stir(): void {
    const isReader = this.#options.host !== 'command line';
    if (this.#open && this.#key && isReader && this.#underWay.size === 0) {
      this.#autoLock.arm(this.#open.service.keptOnDevice);
    }
  }

  #tell(event: AttestEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #setState(state: VaultState['state'], done = 0, total = 0): void {
    this.#state = { state, done, total };
    this.#tell({ type: 'vault', vault: this.#state });
  }

  #use(opened: Open): void {
    this.#open = opened;
    this.#unsubscribe = opened.service.subscribe((event) => this.#tell(event));
  }

  /** Lets go of the workspace, which is closed, and wipes the key. */
  #forget(): void {
    this.#unsubscribe();
    this.#open?.shut();
    this.#open = null;
    this.#autoLock.disarm();
    this.#proposed = null;
    if (!this.#key) return;
    this.#key.dataKey.fill(0);
    this.#key = null;
    this.#state = { state: 'locked', done: 0, total: 0 };
  }

  /** Opens the workspace with `key`, or as one that is not encrypted. */
  async #reopen(key: OpenedKey | null): Promise<Result<Record<never, never>>> {
    if (this.#open) return succeed({});
    const opened = await openWorkspaceService({ ...this.#options, mayVisit: false }, this.#collection, key);
    if (!opened.ok) {
      key?.dataKey.fill(0);
      this.#setState(key ? 'locked' : 'none');
      return opened;
    }
    if (opened.value.kind === 'visit') throw new Error('Nobody was to be visited');
    this.#key = key;
    if (key && opened.value.service.readOnlyReason === null) await mendQuietly(this.#options.workspaceFolder, key);
    this.#use(opened.value);
    this.#setState(key ? 'open' : 'none');
    this.#stir();
    return succeed({});
  }

  /** Closes the workspace and lets go of it, where everything can be saved. */
  async #closeOpen(): Promise<Result<Record<never, never>>> {
    if (!this.#open) return succeed({});
    this.#isChanging = true;
    this.#autoLock.disarm();
    this.#open.service.giveUp();
    try {
      await Promise.race([Promise.allSettled(this.#underWay), wait(patienceMs, undefined, { ref: false })]);
      const { service } = this.#open;
      if (await service.close()) {
        this.#forget();
        return succeed({});
      }
      const save = service.saveState();
      return fail('not-saved', save.state === 'not-saved' ? (save.sentence ?? save.reason) : lockedSentence);
    } finally {
      this.#isChanging = false;
    }
  }

  /** Does `act` with the lock of a workspace that nobody has open. */
  async #withLock<Value>(act: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const { workspaceFolder, host, lockWaitMs } = this.#options;
    try {
      const lock = await lockWorkspace(workspaceFolder, host, lockWaitMs);
      try {
        return await act();
      } finally {
        await lock.release();
      }
    } catch (error) {
      if (error instanceof WorkspaceLockedError) return fail('read-only', error.sentence);
      if (error instanceof ObstacleError) return fail('invalid', error.sentence);
      if (this.#ending.signal.aborted) return brokenOff();
      if (error instanceof Error && isSystemError(error)) return diskFailed(workspaceFolder, error);
      throw error;
    }
  }

  #sealing(state: 'sealing' | 'unsealing', { vault, dataKey }: WorkspaceKey): SealingOptions {
    return {
      folder: this.#options.workspaceFolder,
      files: systemFiles,
      vault,
      dataKey,
      onProgress: ({ doneFiles, allFiles }) => this.#setState(state, doneFiles, allFiles),
      signal: this.#ending.signal,
    };
  }

  async #unlock(secret: Secret): Promise<Result<Record<never, never>>> {
    if (this.#isErased) return keyDestroyed();
    if (this.#state.state !== 'locked') return succeed({});
    const { workspaceFolder, access } = this.#options;
    const found = await readVault(workspaceFolder, systemFiles);
    if (found === 'none') return this.#reopen(null);
    if (typeof found === 'string') return cannotOpen(workspaceFolder, found);
    const opened = await this.#guard.open(found, secret);
    if (!opened.ok) return opened;
    const { dataKey } = opened.value;
    // It was closed meanwhile.
    const settled = this.#ending.signal.aborted
      ? lockedFault()
      : await settleVault({
          found,
          opened: opened.value,
          mayWrite: access === 'write',
          sealing: this.#sealing('sealing', opened.value),
          withLock: (act) => this.#withLock(act),
        });
    if (!settled.ok) {
      dataKey.fill(0);
      this.#setState('locked');
      return settled;
    }
    return this.#reopen(settled.value);
  }

  async #lock(): Promise<Result<Record<never, never>>> {
    if (this.#state.state === 'locked') return succeed({});
    if (!this.#key) return notEncrypted();
    const closed = await this.#closeOpen();
    if (!closed.ok) {
      this.#stir();
      return closed;
    }
    this.#setState('locked');
    return succeed({});
  }

  async #encrypt(passphrase: string): Promise<Result<CallOutput<'encryptWorkspace'>>> {
    const { workspaceFolder } = this.#options;
    if (this.#isLocked()) return lockedFault();
    if (this.#key || !this.#open) return alreadyEncrypted();
    const refused = refusePassphrase(passphrase);
    if (refused) return refused;
    const { readOnlyReason } = this.#open.service;
    if (readOnlyReason) return fail('read-only', readOnlyReason);
    const { vault, dataKey, recoveryKey } = await createVault(passphrase, await this.#chooseCost());
    const closed = await this.#closeOpen();
    if (!closed.ok) return closed;
    this.#setState('sealing');
    const key = { vault, dataKey };
    const sealed = await this.#withLock(async () => {
      if ((await readVault(workspaceFolder, systemFiles)) !== 'none') return alreadyEncrypted();
      try {
        return succeed(await sealFolder(this.#sealing('sealing', key)));
      } catch (error) {
        if (!isSystemError(error) || this.#ending.signal.aborted) throw error;
        // As it was: its user is told why, and goes on working.
        await unsealFolder(this.#sealing('unsealing', key));
        throw error;
      }
    });
    if (!sealed.ok) {
      dataKey.fill(0);
      const isPlain = (await readVault(workspaceFolder, systemFiles)) === 'none';
      if (isPlain) await this.#reopen(null);
      else this.#setState('locked');
      return sealed;
    }
    // Where it cannot be opened, who asks it next is told why; this is the one time that the key is given.
    await this.#reopen({ vault: sealed.value.vault, dataKey, notices: [] });
    return succeed({ recoveryKey, left: [...sealed.value.left] });
  }

  async #decrypt(passphrase: string, leavesDamaged: boolean): Promise<Result<Record<never, never>>> {
    const confirmed = await this.#confirm(passphrase);
    if (!confirmed.ok) return confirmed;
    const { vault, dataKey } = confirmed.value;
    const closed = await this.#closeOpen();
    if (!closed.ok) {
      dataKey.fill(0);
      return closed;
    }
    this.#setState('unsealing');
    const sealing = this.#sealing('unsealing', { vault, dataKey });
    const unsealed = await this.#withLock(async () => succeed(await unsealFolder({ ...sealing, leavesDamaged })));
    if (!unsealed.ok) {
      dataKey.fill(0);
      this.#setState('locked');
      return unsealed;
    }
    const isLosing = unsealed.value.left.length + unsealed.value.incomplete.length > 0;
    if (!isLosing || leavesDamaged) {
      dataKey.fill(0);
      return this.#reopen(null);
    }
    const reopened = await this.#reopen({ vault, dataKey, notices: [] });
    return reopened.ok ? cannotDecrypt(unsealed.value) : reopened;
  }

  async #changePassphrase(passphrase: string, next: string): Promise<Result<Record<never, never>>> {
    const refused = refusePassphrase(next);
    if (refused) return refused;
    const confirmed = await this.#confirm(passphrase);
    if (!confirmed.ok) return confirmed;
    const vault = await changePassphrase(confirmed.value, next, await this.#chooseCost());
    confirmed.value.dataKey.fill(0);
    const written = await this.#write(vault);
    return written.ok ? succeed({}) : written;
  }

  async #proposeRecoveryKey(passphrase: string): Promise<Result<{ recoveryKey: string }>> {
    const confirmed = await this.#confirm(passphrase);
    if (!confirmed.ok) return confirmed;
    confirmed.value.dataKey.fill(0);
    this.#proposed = proposeRecoveryKey();
    return succeed({ recoveryKey: this.#proposed });
  }

  async #keepRecoveryKey(recoveryKey: string): Promise<Result<Record<never, never>>> {
    const { workspaceFolder } = this.#options;
    if (this.#isLocked()) return lockedFault();
    if (!this.#key) return notEncrypted();
    const found = await readVault(workspaceFolder, systemFiles);
    if (typeof found === 'string') return found === 'none' ? notEncrypted() : cannotOpen(workspaceFolder, found);
    const { dataKey } = this.#key;
    if (recoveryKey === this.#proposed) {
      const written = await this.#write(changeRecoveryKey({ vault: found, dataKey }, recoveryKey));
      if (written.ok) this.#proposed = null;
      return written;
    }
    const opened = await this.#guard.open(found, { recoveryKey });
    if (!opened.ok) return opened;
    opened.value.dataKey.fill(0);
    return found.isRecoveryKept ? succeed({}) : this.#write(withRecoveryKept({ vault: found, dataKey }));
  }

  async #erase(passphrase: string): Promise<Result<Record<never, never>>> {
    const { workspaceFolder } = this.#options;
    if (this.#isErased) return keyDestroyed();
    const isOpen = this.#state.state === 'open';
    const confirmed = isOpen ? await this.#confirm(passphrase) : await this.#confirmLocked(passphrase);
    if (!confirmed.ok) return confirmed;
    confirmed.value.dataKey.fill(0);
    const erase = async () => {
      await eraseVault(workspaceFolder, systemFiles);
      return succeed({});
    };
    if (!isOpen) {
      const erased = await this.#withLock(erase);
      if (!erased.ok) return erased;
    } else {
      // The lock is held by what is open. What could not be saved is to be read by nobody either.
      try {
        await erase();
      } catch (error) {
        if (error instanceof Error && isSystemError(error)) return diskFailed(workspaceFolder, error);
        throw error;
      }
      this.#isChanging = true;
      await this.#open?.service.abandon().catch(() => undefined);
      this.#isChanging = false;
    }
    this.#isErased = true;
    this.#forget();
    this.#setState('locked');
    return succeed({});
  }

  /** The vault, opened once more by what was typed, of a workspace that is unlocked and can be written. */
  async #confirm(typed: string): Promise<Result<WorkspaceKey>> {
    if (this.#isErased) return keyDestroyed();
    if (this.#isLocked()) return lockedFault();
    if (!this.#key || !this.#open) return notEncrypted();
    const { readOnlyReason } = this.#open.service;
    if (readOnlyReason) return fail('read-only', readOnlyReason);
    return this.#confirmLocked(typed);
  }

  async #confirmLocked(typed: string): Promise<Result<WorkspaceKey>> {
    const { workspaceFolder } = this.#options;
    const found = await readVault(workspaceFolder, systemFiles);
    if (found === 'none') return notEncrypted();
    if (typeof found === 'string') return cannotOpen(workspaceFolder, found);
    return this.#guard.confirm(found, typed);
  }

  async #write(vault: Vault): Promise<Result<Record<never, never>>> {
    const { workspaceFolder } = this.#options;
    try {
      await writeVault(workspaceFolder, vault, systemFiles);
    } catch (error) {
      if (error instanceof Error && isSystemError(error)) return diskFailed(workspaceFolder, error);
      throw error;
    }
    if (this.#key) this.#key = { ...this.#key, vault };
    return succeed({});
  }

  #chooseCost() {
    return (this.#options.chooseCost ?? chooseCost)();
  }
}
