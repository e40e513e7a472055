import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { CommandInput, CommandOutput, VaultCommand } from '../command.ts';
import type { Passphrases } from '../passphrases.ts';
import { unlock } from '../unlock.ts';

type Action = (service: AttestService, passphrases: Passphrases) => Promise<Result<CommandOutput>>;

const done = (json: unknown, text: string): Result<CommandOutput> => succeed({ json, text });

const keepIt =
  'Print it or write it down, and keep it as safely as the workspace: it opens everything, and is kept nowhere.';

/** A passphrase that is being set: typed twice, where it is typed. */
async function newPassphrase(passphrases: Passphrases): Promise<Result<string>> {
  const typed = await passphrases.next('New passphrase');
  if (!typed.ok || !passphrases.isAsking) return typed;
  const again = await passphrases.next('New passphrase, once more');
  if (!again.ok) return again;
  return again.value === typed.value ? typed : fail('invalid', 'The two passphrases are not the same: try again.');
}

/** Unlocks the workspace, and does `act` with what it was unlocked by. */
async function unlocked(
  service: AttestService,
  passphrases: Passphrases,
  act: (passphrase: string) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const typed = await unlock(service, passphrases);
  if (!typed.ok) return typed;
  return typed.value === null ? fail('invalid', 'The workspace is not encrypted.') : act(typed.value);
}

const status: Action = async (service) => {
  const vault = await service.call('readVault', {});
  if (!vault.ok) return vault;
  const isEncrypted = vault.value.state !== 'none';
  return done({ encrypted: isEncrypted }, `The workspace is ${isEncrypted ? '' : 'not '}encrypted.`);
};

const on: Action = async (service, passphrases) => {
  const vault = await service.call('readVault', {});
  if (vault.ok && vault.value.state !== 'none') {
    return fail('invalid', 'The workspace is encrypted already: change its passphrase with “attest vault passphrase”.');
  }
  const passphrase = await newPassphrase(passphrases);
  if (!passphrase.ok) return passphrase;
  const sealed = await service.call('encryptWorkspace', { passphrase: passphrase.value });
  if (!sealed.ok) return sealed;
  const { recoveryKey, left } = sealed.value;
  const lines = [
    'The workspace is encrypted.',
    `Recovery key: ${recoveryKey}`,
    keepIt,
    'The files as they were have been overwritten. An SSD, a backup or a synchronised folder may still hold copies.',
    ...(left.length > 0 ? [`Not encrypted, since they are not files of the workspace: ${left.join(', ')}`] : []),
  ];
  return done({ recoveryKey, left }, lines.join('\n'));
};

const off: Action = (service, passphrases) =>
  unlocked(service, passphrases, async (passphrase) => {
    const unsealed = await service.call('decryptWorkspace', { passphrase });
    return unsealed.ok ? done({}, 'The workspace is not encrypted any more.') : unsealed;
  });

const change: Action = (service, passphrases) =>
  unlocked(service, passphrases, async (passphrase) => {
    const next = await newPassphrase(passphrases);
    if (!next.ok) return next;
    const changed = await service.call('changePassphrase', { passphrase, next: next.value });
    return changed.ok ? done({}, 'The passphrase is changed.') : changed;
  });

const renew: Action = (service, passphrases) =>
  unlocked(service, passphrases, async (passphrase) => {
    const renewed = await service.call('renewRecoveryKey', { passphrase });
    if (!renewed.ok) return renewed;
    const { recoveryKey } = renewed.value;
    return done({ recoveryKey }, `Recovery key: ${recoveryKey}\n${keepIt}\nThe one before opens nothing any more.`);
  });

const erase: Action = async (service, passphrases) => {
  const vault = await service.call('readVault', {});
  if (vault.ok && vault.value.state === 'none') return fail('invalid', 'The workspace is not encrypted.');
  const typed = await passphrases.next('Passphrase or recovery key, to destroy the key for ever');
  if (!typed.ok) return typed;
  const erased = await service.call('eraseWorkspaceKey', { passphrase: typed.value });
  return erased.ok ? done({}, 'The key is destroyed: nobody can open this workspace again.') : erased;
};

const actions: Readonly<Record<string, Action>> = { status, on, off, passphrase: change, recovery: renew, erase };

const actionOf = ({ operands: [name = ''] }: CommandInput): Action | undefined =>
  Object.hasOwn(actions, name) ? actions[name] : undefined;

/** `vault ACTION`: encrypts the workspace, and all else about its encryption. */
export const vault: VaultCommand = {
  name: 'vault',
  synopsis: 'status|on|off|passphrase|recovery|erase',
  summary:
    'Whether the workspace is encrypted; encrypt or decrypt it, change the passphrase, make a new recovery key, or destroy the key.',
  options: [],
  operands: [1, 1],
  check: (input) => (actionOf(input) ? null : `vault takes one of these words: ${Object.keys(actions).join(', ')}.`),
  accessFor: (input) => (actionOf(input) === status ? 'read' : 'write'),
  runLocked: async (service, passphrases, input) => {
    const action = actionOf(input);
    return action ? action(service, passphrases) : fail('invalid', 'There is no such word for vault.');
  },
};
