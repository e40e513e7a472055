import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../../store/system-error.ts';

/** A public key that releases are checked with. `id` is the beginning of the SHA-256 of its DER, in hex. */
export interface ReleaseKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** How many hexadecimal digits name a key. */
const idLength = 32;

/** Where the keys are, under the program's resources. */
const folderName = 'release-keys';

function readKey(name: string, pem: string): ReleaseKey {
  // From a private key Node would make the public one in silence; it has no business here.
  if (!pem.startsWith('-----BEGIN PUBLIC KEY-----')) throw new Error(`${folderName}/${name} is no public key`);
  const key = createPublicKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${folderName}/${name} is no key for Ed25519`);
  const der = key.export({ type: 'spki', format: 'der' });
  return { id: createHash('sha256').update(der).digest('hex').slice(0, idLength), key };
}

/**
 * The keys in the folder `release-keys` of the program's resources; none where there are none yet. A file of the program
 * that is no such key throws.
 */
export async function readReleaseKeys(resources: string): Promise<ReleaseKey[]> {
  const folder = join(resources, folderName);
  const names = await readdir(folder).catch((error: unknown) => {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    throw error;
  });
  const own = names.filter((name) => name.endsWith('.pem')).sort();
  return Promise.all(own.map(async (name) => readKey(name, await readFile(join(folder, name), 'utf8'))));
}
