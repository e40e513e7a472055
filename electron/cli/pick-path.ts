import { basename } from 'node:path';
import { succeed } from '../../core/result.ts';
import type { PickFile } from '../services/ports.ts';

/** The file that a command names. */
export function pickPath(path: string): PickFile {
  return async () => succeed({ source: path, name: basename(path) });
}
