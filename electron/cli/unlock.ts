import type { AttestService } from '../../core/ipc-contract.ts';
import { type Result, succeed } from '../../core/result.ts';
import { readRecoveryKey } from '../store/vault/recovery-key.ts';
import type { Passphrases } from './passphrases.ts';

/** How often somebody at a terminal may type. */
const attempts = 3;

async function unlockWith(service: AttestService, typed: string): Promise<Result<unknown>> {
  if (readRecoveryKey(typed)) {
    const unlocked = await service.call('unlockVault', { recoveryKey: typed });
    if (unlocked.ok) return unlocked;
  }
  return service.call('unlockVault', { passphrase: typed });
}

/**
 * Unlocks the workspace where it is locked, with a passphrase or the recovery key in its place. The value is what was
 * typed; `null` where nothing had to be.
 */
export async function unlock(service: AttestService, passphrases: Passphrases): Promise<Result<string | null>> {
  const vault = await service.call('readVault', {});
  // An older version that has the workspace open knows no encryption.
  if (!vault.ok || vault.value.state !== 'locked') return succeed(null);
  for (let attempt = 1; ; attempt += 1) {
    const typed = await passphrases.next('Passphrase or recovery key');
    if (!typed.ok) return typed;
    const unlocked = await unlockWith(service, typed.value);
    if (unlocked.ok) return succeed(typed.value);
    const mayTryAgain = passphrases.isAsking && unlocked.fault.code === 'invalid' && attempt < attempts;
    if (!mayTryAgain) return unlocked;
  }
}
