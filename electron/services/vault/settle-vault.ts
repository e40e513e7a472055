import { type Result, succeed } from '../../../core/result.ts';
import type { Notice } from '../../../core/session.ts';
import { systemFiles } from '../../store/files.ts';
import { isSystemError } from '../../store/system-error.ts';
import { findPutBack } from '../../store/vault/find-put-back.ts';
import { sealFolder } from '../../store/vault/seal-folder.ts';
import type { SealingOptions } from '../../store/vault/sealing-steps.ts';
import { inPhase, type OpenedVault, type Vault } from '../../store/vault/vault.ts';
import { mendVault, readVault, writeVault } from '../../store/vault/vault-file.ts';
import type { WorkspaceKey } from '../open-workspace-service.ts';
import { changedByAnother, diskFailed } from './vault-faults.ts';
import { encryptedToTheEnd, recoveryKeyNotKept, vaultMended, vaultPutBack } from './vault-notices.ts';

/** With what an encrypted workspace is opened here, and what is to be told of it. */
export interface OpenedKey extends WorkspaceKey {
  readonly notices: Notice[];
}

/** A vault that somebody has opened, and how to go on with it. */
interface SettleOptions {
  /** As it was read. */
  readonly found: Vault;
  readonly opened: OpenedVault;
  readonly mayWrite: boolean;
  /** The opened vault, as sealing takes it. */
  readonly sealing: SealingOptions;
  /** Does something with the workspace's lock. */
  readonly withLock: (act: () => Promise<Result<OpenedKey>>) => Promise<Result<OpenedKey>>;
}

/** Makes both files with the wrapped keys good, where one of them is not, and notes it. The lock must be held. */
export async function mendQuietly(folder: string, { vault, notices }: OpenedKey): Promise<void> {
  try {
    const mended = await mendVault(folder, vault, systemFiles);
    if (mended.length > 0) notices.push(vaultMended(mended));
  } catch (error) {
    // It is tried again at the next opening.
    if (!isSystemError(error)) throw error;
  }
}

async function settle(sealing: SealingOptions, putBack: number | null): Promise<OpenedKey> {
  const { folder, vault, dataKey } = sealing;
  if (putBack !== null) {
    const mended = inPhase({ vault, dataKey }, 'sealed', putBack);
    await writeVault(folder, mended, systemFiles);
    return { vault: mended, dataKey, notices: [vaultPutBack()] };
  }
  if (vault.phase === 'sealed') {
    await writeVault(folder, vault, systemFiles);
    return { vault, dataKey, notices: [] };
  }
  const sealed = await sealFolder(sealing);
  return { vault: sealed.vault, dataKey, notices: [encryptedToTheEnd(vault.phase, sealed.taken)] };
}

async function settleWhole({ found, opened, mayWrite, sealing, withLock }: SettleOptions): Promise<Result<OpenedKey>> {
  const { folder } = sealing;
  const { vault, dataKey, isChanged } = opened;
  const putBack = await findPutBack(sealing);
  if (vault.phase === 'sealed' && !(mayWrite && (isChanged || putBack !== null))) {
    return succeed({ vault, dataKey, notices: putBack === null ? [] : [vaultPutBack()] });
  }
  return withLock(async () => {
    const now = await readVault(folder, systemFiles);
    if (typeof now !== 'object' || now.mac !== found.mac) return changedByAnother(folder);
    return succeed(await settle(sealing, putBack));
  });
}

/**
 * Brings an opened vault to the disk as it is to be, with all files sealed: encrypting that was broken off is done to the
 * end, decrypting undone; where `vault.json` is an older one that was put back, what it says is begun is not. The key to
 * open the workspace with, or why not.
 */
export async function settleVault(options: SettleOptions): Promise<Result<OpenedKey>> {
  try {
    const settled = await settleWhole(options);
    if (settled.ok && !settled.value.vault.isRecoveryKept) settled.value.notices.push(recoveryKeyNotKept());
    return settled;
  } catch (error) {
    if (error instanceof Error && isSystemError(error)) return diskFailed(options.sealing.folder, error);
    throw error;
  }
}
