import { z } from 'zod';
import { say } from './sentence.ts';

/** The fewest characters of a passphrase that is being set. */
export const shortestPassphrase = 8;

/**
 * How the workspace stands with its encryption: not encrypted (`none`), encrypted and unlocked (`open`), encrypted and
 * locked, or being encrypted or decrypted. `done` of `total` files are through where that is under way, else both are 0.
 */
export const VaultState = z.object({
  state: z.enum(['none', 'open', 'locked', 'sealing', 'unsealing']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});
export type VaultState = z.infer<typeof VaultState>;

/** What every call but the vault's is told while the workspace is locked. */
export const lockedSentence = say(/*i18n*/ 'The workspace is locked: unlock it with the passphrase.');
