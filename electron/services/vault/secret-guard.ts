import { setTimeout as wait } from 'node:timers/promises';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import { readRecoveryKey } from '../../store/vault/recovery-key.ts';
import { type OpenedVault, openVault, type Secret, type Vault } from '../../store/vault/vault.ts';

/** The wait after the first wrong secret, and the longest, in milliseconds; it doubles in between. */
const firstWaitMs = 500;
const longestWaitMs = 5_000;

/** Opens vaults; each wrong secret is to be answered later than the one before (`pause`). */
export class SecretGuard {
  #wrongInARow = 0;
  #pauseMs = 0;
  #isAsking = false;

  /** Whether a key is being made of a secret, which takes about a second and cannot be broken off. */
  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** Waits for as long as the last answer is to be kept back, or until `signal`. */
  async pause(signal: AbortSignal): Promise<void> {
    const pauseMs = this.#pauseMs;
    this.#pauseMs = 0;
    if (pauseMs > 0) await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }

  async #open(vault: Vault, secret: Secret): ReturnType<typeof openVault> {
    this.#isAsking = true;
    try {
      return await openVault(vault, secret);
    } finally {
      this.#isAsking = false;
    }
  }

  /** Opens `vault`. `invalid`: a wrong secret; `unreadable`: the vault is damaged. */
  async open(vault: Vault, secret: Secret): Promise<Result<OpenedVault>> {
    const opened = await this.#open(vault, secret);
    if (typeof opened === 'object') {
      this.#wrongInARow = 0;
      return succeed(opened);
    }
    if (opened === 'damaged') {
      return fail(
        'unreadable',
        say(/*i18n*/ 'The file vault.json of this workspace was changed or damaged: put back a copy of it.'),
      );
    }
    this.#pauseMs = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#wrongInARow);
    this.#wrongInARow += 1;
    return fail(
      'invalid',
      'passphrase' in secret
        ? say(/*i18n*/ 'This is not the passphrase of this workspace: look whether Caps Lock is on, and type it again.')
        : say(/*i18n*/ 'This is not the recovery key of this workspace: compare it with the printed one.'),
    );
  }

  /** As `open`, with what was typed to confirm: the passphrase, or the recovery key in its place. */
  async confirm(vault: Vault, typed: string): Promise<Result<OpenedVault>> {
    if (readRecoveryKey(typed)) {
      const byRecoveryKey = await openVault(vault, { recoveryKey: typed });
      if (typeof byRecoveryKey === 'object') return succeed(byRecoveryKey);
    }
    return this.open(vault, { passphrase: typed });
  }
}
