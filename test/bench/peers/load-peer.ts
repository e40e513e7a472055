import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The CommonJS export of an installed peer. `folder` is the one with the peers' `package.json`: a bundled process does
 * not know where it came from. Throws where the peer is not installed.
 */
export function requirePeer(folder: string, name: string): unknown {
  return createRequire(join(folder, 'package.json'))(name);
}
