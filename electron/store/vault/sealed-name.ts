import { relative, resolve, sep } from 'node:path';
import { temporarySuffix } from '../write-file-durably.ts';

/** The name of a temporary file: that of the file it is to become is in it. */
const temporaryName = new RegExp(`^\\.(.+)\\.[0-9a-f]{12}\\${temporarySuffix}$`, 'u');

/** What was set aside, with what it was. */
const asideNames: readonly (readonly [RegExp, string])[] = [
  [/^workspace\.damaged-[^/]+\.json$/u, 'workspace.json'],
  [/^reader\.damaged-[^/]+\.json$/u, 'reader.json'],
  [/^journal\.set-aside-[^/]+(?=\/|$)/u, 'journal'],
];

const segment = /^journal\/\d{8,}\.journal$/u;

/** The path of a file within the workspace, with slashes; `null` for one that is not in it. */
export function pathWithin(folder: string, path: string): string | null {
  const within = relative(resolve(folder), resolve(path)).split(sep).join('/').normalize('NFC');
  return within === '' || within === '..' || within.startsWith('../') || resolve(within) === within ? null : within;
}

/** A path within the workspace without what a temporary name adds to it. */
function withoutTemporary(within: string): string {
  const parts = within.split('/');
  const last = parts.pop() ?? '';
  return [...parts, temporaryName.exec(last)?.[1] ?? last].join('/');
}

/**
 * The name that a file is sealed under: its path within the workspace, and for a file on its way into its place, or one
 * that was set aside, that of the file it stands for. So it keeps its meaning when it is renamed, and no other file can be
 * put in its place.
 */
export function logicalName(within: string): string {
  const name = withoutTemporary(within);
  for (const [pattern, was] of asideNames) if (pattern.test(name)) return name.replace(pattern, was);
  return name;
}

/** Whether a path is that of something that was set aside. */
export const isAside = (within: string): boolean => asideNames.some(([pattern]) => pattern.test(within));

/** Whether a file may lack its end, since it is written piece by piece for as long as the program runs. */
export const isWrittenInPieces = (name: string): boolean => segment.test(name);

/** The files with the wrapped keys. */
export const vaultFileNames: readonly string[] = ['vault.json', 'vault.copy.json'];

/** Whether a path is that of a file which a workspace is made of: what it is opened from. */
export const isOwnFile = (within: string): boolean =>
  segment.test(within) || /^(?:(?:workspace|reader)\.json|vault\.state|backups\/[^/]+\.json)$/u.test(within);

/** Whether a path lies where a workspace has its own files, or leads there. */
export const isOwnPlace = (within: string): boolean =>
  /^(?:(?:workspace|reader)\.json|vault\.state|(?:journal|backups|search|statements)(?:\/.*)?)$/su.test(within);

/** The file that says what was there at the last end. */
export const stateFileName = 'vault.state';

/** Names of lock files: the lock, claims on it, and drafts of both. */
const lockNames = [/^workspace\.lock$/u, /^\.workspace\.lock\.[^/]+$/u, /^\.[0-9a-f-]{36}\.lock$/u];

/** Whether a file holds wrapped keys: those two, and what a crash has left of writing them. */
export const isVaultFile = (within: string): boolean => vaultFileNames.includes(withoutTemporary(within));

/** Whether a file is never sealed: the wrapped keys, and the lock, which holds no word of the work. */
export function isNeverSealed(within: string): boolean {
  return isVaultFile(within) || lockNames.some((name) => name.test(within));
}
