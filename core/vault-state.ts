import { z } from 'zod';
import { say } from './sentence.ts';

/** The fewest characters of a passphrase that is being set. */
export const shortestPassphrase = 8;

/**
 * Why `passphrase` is not one to set, or `null`. `short`: with fewer characters than a passphrase has, blanks around them
 * and what is not seen left out. `strange`: with something that keyboards and files do not give back as it was, such as
 * control characters and halves of a sign. Signs that look and read alike count as the same (NFKC), as the key is made.
 */
export function faultOfPassphrase(passphrase: string): 'short' | 'strange' | null {
  if (/[\p{Cc}\p{Surrogate}\uFFFD]/u.test(passphrase)) return 'strange';
  const seen = passphrase
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim();
  return [...seen].length < shortestPassphrase ? 'short' : null;
}

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
