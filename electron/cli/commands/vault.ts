import type { AttestService } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Notice } from '../../../core/session.ts';
import { printRecoveryKey, readRecoveryKey } from '../../store/vault/recovery-key.ts';
import type { CommandInput, CommandOutput, VaultCommand } from '../command.ts';
import type { Passphrases } from '../passphrases.ts';
import { unlock } from '../unlock.ts';

type Report = (notice: Notice) => void;

type Action = (
  service: AttestService,
  passphrases: Passphrases,
  report: Report,
  options: CommandInput['options'],
) => Promise<Result<CommandOutput>>;

const done = (json: unknown, text: string): Result<CommandOutput> => succeed({ json, text });

const keepIt =
  'Print it or write it down, and keep it as safely as the workspace: it opens everything, and is kept nowhere.';

const isSameKey = (typed: string, recoveryKey: string): boolean => {
  const key = readRecoveryKey(typed);
  return key !== null && printRecoveryKey(key) === recoveryKey;
};

/** A passphrase that is being set: typed twice, where it is typed. */
async function newPassphrase(passphrases: Passphrases): Promise<Result<string>> {
  const typed = await passphrases.next('New passphrase');
  if (!typed.ok || !passphrases.isAsking) return typed;
  const again = await passphrases.next('New passphrase, once more');
  if (!again.ok) return again;
  return again.value === typed.value ? typed : fail('invalid', 'The two passphrases are not the same: try again.');
}

/** Unlocks the workspace, reports what was found in it, and does `act` with what it was unlocked by. */
async function unlocked(
  service: AttestService,
  passphrases: Passphrases,
  report: Report,
  act: (passphrase: string) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const typed = await unlock(service, passphrases);
  if (!typed.ok) return typed;
  if (typed.value === null) return fail('invalid', 'The workspace is not encrypted.');
  const session = await service.call('openSession', {});
  if (!session.ok) return session;
  for (const notice of session.value.notices) report(notice);
  return act(typed.value);
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
  // It stands in what this command prints. Where that cannot be noted, the next opening asks for a new one.
  await service.call('keepRecoveryKey', { recoveryKey });
  const lines = [
    'The workspace is encrypted.',
    `Recovery key: ${recoveryKey}`,
    keepIt,
    'The files as they were have been overwritten. An SSD, a backup or a synchronised folder may still hold copies.',
    ...(left.length > 0 ? [`Not encrypted, since they are not files of the workspace: ${left.join(', ')}`] : []),
  ];
  return done({ recoveryKey, left }, lines.join('\n'));
};

const off: Action = (service, passphrases, report, options) =>
  unlocked(service, passphrases, report, async (passphrase) => {
    const leavesDamaged = options['lose-damaged'] === true;
    const unsealed = await service.call('decryptWorkspace', { passphrase, leavesDamaged });
    return unsealed.ok ? done({}, 'The workspace is not encrypted any more.') : unsealed;
  });

const change: Action = (service, passphrases, report) =>
  unlocked(service, passphrases, report, async (passphrase) => {
    const next = await newPassphrase(passphrases);
    if (!next.ok) return next;
    const changed = await service.call('changePassphrase', { passphrase, next: next.value });
    return changed.ok ? done({}, 'The passphrase is changed.') : changed;
  });

const renew: Action = (service, passphrases, report) =>
  unlocked(service, passphrases, report, async (passphrase) => {
    const renewed = await service.call('renewRecoveryKey', { passphrase });
    if (!renewed.ok) return renewed;
    const { recoveryKey } = renewed.value;
    // It counts once it is seen: whoever sits at a terminal writes it down first.
    if (passphrases.isAsking) {
      const typed = await passphrases.next(
        `New recovery key: ${recoveryKey}\n${keepIt}\nType it here to use it from now on`,
      );
      if (!typed.ok) return typed;
      if (!isSameKey(typed.value, recoveryKey)) {
        return fail('invalid', 'This is not the new recovery key, and the one before is as good as it was: try again.');
      }
    }
    const kept = await service.call('keepRecoveryKey', { recoveryKey });
    if (!kept.ok) return kept;
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
  synopsis: 'status|on|off|passphrase|recovery|erase [--lose-damaged]',
  summary:
    'Whether the workspace is encrypted; encrypt or decrypt it, change the passphrase, make a new recovery key, or destroy the key.',
  options: ['lose-damaged'],
  operands: [1, 1],
  check: (input) => {
    const action = actionOf(input);
    if (!action) return `vault takes one of these words: ${Object.keys(actions).join(', ')}.`;
    return input.options['lose-damaged'] && action !== off ? '--lose-damaged goes with “vault off” only.' : null;
  },
  accessFor: (input) => (actionOf(input) === status ? 'read' : 'write'),
  runLocked: async (service, passphrases, input, report) => {
    const action = actionOf(input);
    return action
      ? action(service, passphrases, report, input.options)
      : fail('invalid', 'There is no such word for vault.');
  },
};
