import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { newRecoveryKey, printRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { isWeaker, leastCost, passphraseKey, ScryptCost } from './scrypt-cost.ts';
import { hexOf, unwrapKey, WrappedKey, wrapKey } from './wrapped-key.ts';

/** The version of `vault.json`, and of all that lies under it, which this program writes. */
const vaultVersion = 1;

/**
 * What is in `vault.json`: the data key of an encrypted workspace, wrapped under the key of its passphrase and under its
 * recovery key. `revision` counts its versions. `phase` says whether the folder is being sealed or unsealed, or is all
 * sealed; `isRecoveryKept`, whether somebody has said that the recovery key is kept. `mac` covers the rest, by a key that
 * only the data key gives.
 */
export const Vault = z.strictObject({
  format: z.literal('attest-vault'),
  version: z.literal(vaultVersion),
  id: hexOf(16),
  revision: z.int().positive(),
  phase: z.enum(['sealing', 'sealed', 'unsealing']),
  passphrase: z.strictObject({ kdf: z.literal('scrypt'), cost: ScryptCost, salt: hexOf(32), wrapped: WrappedKey }),
  recovery: z.strictObject({ kdf: z.literal('hkdf-sha256'), salt: hexOf(32), wrapped: WrappedKey }),
  isRecoveryKept: z.boolean(),
  mac: hexOf(32),
});
export type Vault = z.infer<typeof Vault>;

type Phase = Vault['phase'];

/** What somebody opens a vault with. */
export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** A vault with its data key of 32 bytes, which is to be wiped (`fill(0)`) when it is locked. */
export interface OpenedVault {
  /** To be written where `isChanged`: the passphrase is better protected now. */
  readonly vault: Vault;
  readonly dataKey: Buffer;
  readonly isChanged: boolean;
}

/** A new vault. `recoveryKey` is to be printed or written down: it is kept nowhere. */
export interface NewVault {
  readonly vault: Vault;
  readonly dataKey: Buffer;
  readonly recoveryKey: string;
}

type WithoutMac = Omit<Vault, 'mac'>;
type PassphraseWrap = Vault['passphrase'];
type RecoveryWrap = Vault['recovery'];

interface WrapHead {
  readonly kdf: string;
  readonly salt: string;
  readonly cost?: ScryptCost;
}

/** Everything that a wrapped key depends on: none of it can be exchanged for that of another. */
function contextOf(id: string, { kdf, salt, cost }: WrapHead): string {
  return JSON.stringify(['attest-vault', vaultVersion, id, kdf, salt, cost && [cost.N, cost.r, cost.p]]);
}

function recoveryWrappingKey(id: string, key: Uint8Array, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'hex'), `attest vault recovery ${id}`, 32));
}

async function wrapByPassphrase(
  id: string,
  dataKey: Uint8Array,
  passphrase: string,
  cost: ScryptCost,
): Promise<PassphraseWrap> {
  if (passphrase === '') throw new RangeError('A passphrase must not be empty');
  const head = { kdf: 'scrypt' as const, cost, salt: randomBytes(32).toString('hex') };
  const key = await passphraseKey(passphrase, Buffer.from(head.salt, 'hex'), cost);
  const wrapped = wrapKey(dataKey, key, contextOf(id, head));
  key.fill(0);
  return { ...head, wrapped };
}

function wrapByRecoveryKey(id: string, dataKey: Uint8Array, recoveryKey: Uint8Array): RecoveryWrap {
  const head = { kdf: 'hkdf-sha256' as const, salt: randomBytes(32).toString('hex') };
  const key = recoveryWrappingKey(id, recoveryKey, head.salt);
  const wrapped = wrapKey(dataKey, key, contextOf(id, head));
  key.fill(0);
  return { ...head, wrapped };
}

function macOf(vault: WithoutMac, dataKey: Uint8Array): string {
  const { format, version, id, revision, phase, passphrase, recovery, isRecoveryKept } = vault;
  const key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.from(id, 'hex'), 'attest vault mac', 32));
  const text = JSON.stringify([format, version, id, revision, phase, passphrase, recovery, isRecoveryKept]);
  return createHmac('sha256', key).update(text).digest('hex');
}

function signed(vault: WithoutMac, dataKey: Uint8Array): Vault {
  const { format, version, id, revision, phase, passphrase, recovery, isRecoveryKept } = vault;
  const mac = macOf(vault, dataKey);
  return { format, version, id, revision, phase, passphrase, recovery, isRecoveryKept, mac };
}

/** The next version of a vault, with these changes. */
function changed(
  { vault, dataKey }: Pick<OpenedVault, 'vault' | 'dataKey'>,
  changes: Partial<Pick<Vault, 'revision' | 'phase' | 'passphrase' | 'recovery' | 'isRecoveryKept'>>,
): Vault {
  return signed({ ...vault, revision: vault.revision + 1, ...changes }, dataKey);
}

/** The text of `vault.json`. Its last line is the SHA-256 of what stands before it, which shows damage without any secret. */
export function printVault(vault: Vault): string {
  const body = JSON.stringify(Vault.parse(vault), null, 1).slice(0, -2);
  return `${body},\n "sha256": "${createHash('sha256').update(body).digest('hex')}"\n}\n`;
}

/** The vault in the text of a `vault.json`. `damaged`: these are not the bytes that were written; `newer`: a later version. */
export function parseVault(text: string): Vault | 'damaged' | 'newer' {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
  const vault = z.looseObject({ sha256: z.string() }).safeParse(json);
  if (!vault.success) return 'damaged';
  const { sha256, ...rest } = vault.data;
  const body = text.slice(0, text.lastIndexOf(',\n "sha256"'));
  if (createHash('sha256').update(body).digest('hex') !== sha256) return 'damaged';
  // It is what some version wrote.
  if (typeof rest['version'] === 'number' && rest['version'] > vaultVersion) return 'newer';
  const parsed = Vault.safeParse(rest);
  return parsed.success && printVault(parsed.data) === text ? parsed.data : 'damaged';
}

/** A new vault for `passphrase`, which must not be empty, in the phase of being sealed. Takes about as long as opening it. */
export async function createVault(passphrase: string, cost: ScryptCost = leastCost): Promise<NewVault> {
  const id = randomBytes(16).toString('hex');
  const dataKey = randomBytes(32);
  const recoveryKey = newRecoveryKey();
  const vault: WithoutMac = {
    format: 'attest-vault',
    version: vaultVersion,
    id,
    revision: 1,
    phase: 'sealing',
    passphrase: await wrapByPassphrase(id, dataKey, passphrase, cost),
    recovery: wrapByRecoveryKey(id, dataKey, recoveryKey),
    isRecoveryKept: false,
  };
  return { vault: signed(vault, dataKey), dataKey, recoveryKey: printRecoveryKey(recoveryKey) };
}

async function unwrapBy(secret: Secret, { id, passphrase, recovery }: Vault): Promise<Buffer | null> {
  if ('passphrase' in secret) {
    const { wrapped, ...head } = passphrase;
    const key = await passphraseKey(secret.passphrase, Buffer.from(head.salt, 'hex'), head.cost);
    const dataKey = unwrapKey(wrapped, key, contextOf(id, head));
    key.fill(0);
    return dataKey;
  }
  const typed = readRecoveryKey(secret.recoveryKey);
  if (!typed) return null;
  const { wrapped, ...head } = recovery;
  const key = recoveryWrappingKey(id, typed, head.salt);
  const dataKey = unwrapKey(wrapped, key, contextOf(id, head));
  key.fill(0);
  return dataKey;
}

/**
 * Opens a vault. `wrong-secret`: this is not its passphrase or recovery key, or somebody has exchanged what it was wrapped
 * with; `damaged`: the secret is right, and something else in the vault was changed. A passphrase that is less protected
 * than by `least` is wrapped anew.
 */
export async function openVault(
  vault: Vault,
  secret: Secret,
  least: ScryptCost = leastCost,
): Promise<OpenedVault | 'wrong-secret' | 'damaged'> {
  const dataKey = await unwrapBy(secret, vault);
  if (!dataKey) return 'wrong-secret';
  if (!timingSafeEqual(Buffer.from(macOf(vault, dataKey), 'hex'), Buffer.from(vault.mac, 'hex'))) {
    dataKey.fill(0);
    return 'damaged';
  }
  if (!('passphrase' in secret && isWeaker(vault.passphrase.cost, least))) return { vault, dataKey, isChanged: false };
  return { vault: await changePassphrase({ vault, dataKey }, secret.passphrase, least), dataKey, isChanged: true };
}

/** An opened vault with another passphrase, which must not be empty. No file but `vault.json` has to be written anew. */
export async function changePassphrase(
  opened: Pick<OpenedVault, 'vault' | 'dataKey'>,
  passphrase: string,
  cost: ScryptCost = leastCost,
): Promise<Vault> {
  const { vault, dataKey } = opened;
  return changed(opened, { passphrase: await wrapByPassphrase(vault.id, dataKey, passphrase, cost) });
}

/** A new recovery key as it is printed. It opens nothing before `changeRecoveryKey` has been given it. */
export const proposeRecoveryKey = (): string => printRecoveryKey(newRecoveryKey());

/** An opened vault with another recovery key, which its user has kept; the one before opens it no more. */
export function changeRecoveryKey(opened: Pick<OpenedVault, 'vault' | 'dataKey'>, recoveryKey: string): Vault {
  const key = readRecoveryKey(recoveryKey);
  if (!key) throw new RangeError('This is no recovery key');
  const recovery = wrapByRecoveryKey(opened.vault.id, opened.dataKey, key);
  return changed(opened, { recovery, isRecoveryKept: true });
}

/** An opened vault of which the recovery key is kept, as its user says. */
export function withRecoveryKept(opened: Pick<OpenedVault, 'vault' | 'dataKey'>): Vault {
  return changed(opened, { isRecoveryKept: true });
}

/** An opened vault in another phase, as a version after `newest` too. */
export function inPhase(opened: Pick<OpenedVault, 'vault' | 'dataKey'>, phase: Phase, newest = 0): Vault {
  return changed(opened, { phase, revision: Math.max(opened.vault.revision, newest) + 1 });
}
