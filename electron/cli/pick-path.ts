import { basename, resolve } from 'node:path';
import { succeed } from '../../core/result.ts';
import type { PickFile, PickPaths } from '../services/ports.ts';

/** The file that a command names. */
export function pickPath(path: string): PickFile {
  return async () => succeed({ source: path, name: basename(path) });
}

/** The files and folders that a command names. */
export function pickPaths(paths: readonly string[], isRecursive: boolean): PickPaths {
  return async () => ({ paths: paths.map((path) => resolve(path)), isRecursive });
}
