import { resolve } from 'node:path';
import type { SaveFile } from '../services/ports.ts';
import { writeExport } from '../services/write-export.ts';

/** Puts exports at `path`, replacing a file there; whole or not at all, and never over what is `guarded`. */
export function saveToPath(path: string, guarded: readonly string[]): SaveFile {
  return (file) => writeExport(resolve(path), file, guarded);
}
