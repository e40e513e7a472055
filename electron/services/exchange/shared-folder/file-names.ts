import { stableId } from '../../../../core/text/stable-id.ts';

/** What the name of everybody's file ends with. */
const sharedFileEnding = '.attest.jsonld';

/** The longest part of a file's name that is made from a person's, in characters: at most 160 bytes of UTF-8. */
const nameLimit = 40;

/** Lower-case letters of any alphabet with their marks, and digits, with single hyphens; empty where there are none. */
function slugOf(words: string): string {
  const slug = words
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+/u, '');
  return [...slug].slice(0, nameLimit).join('').replace(/-+$/u, '');
}

/** The id of a workspace as file names have it: what of it makes a name, else an id that follows from it. */
const idPart = (id: string): string => (/^[0-9a-f-]{36}$/u.test(id) ? id : stableId('attest:shared-file', id));

/** How the file of a person is called, by their name and the beginning of the id of their workspace. */
export function nameOwnFile(name: string, id: string): string {
  return `${slugOf(name) || 'unnamed'}-${idPart(id).slice(0, 8)}${sharedFileEnding}`;
}

/** How it is called where somebody else's file has that name: by the whole id. */
export function nameOwnFileFully(name: string, id: string): string {
  return `${slugOf(name) || 'unnamed'}-${idPart(id)}${sharedFileEnding}`;
}

/** Whether a file may be one of this person's, under this or another name, and is no copy that a synchroniser made. */
export function isNamedLikeOwn(file: string, id: string): boolean {
  const part = idPart(id);
  const stem = file.endsWith(sharedFileEnding) ? file.slice(0, -sharedFileEnding.length) : '';
  return stem.endsWith(`-${part}`) || stem.endsWith(`-${part.slice(0, 8)}`);
}

/** Whether two names are one on every file system: case and Unicode form make no difference on some. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.normalize('NFC').toLowerCase().normalize('NFC');
  return plain(a) === plain(b);
}

/**
 * Whether a file may be somebody's, or a copy that a synchroniser made of one when two computers wrote it at once, wherever it puts
 * its words: `anna-1b2c3d4e.attest.sync-conflict-….jsonld`, `anna-1b2c3d4e.attest (conflicted copy …).jsonld`. What is on
 * its way is called otherwise until it is there.
 */
export function isSharedFile(file: string): boolean {
  return !file.startsWith('.') && !file.startsWith('~') && /\.attest\b.*\.jsonld$/iu.test(file);
}
