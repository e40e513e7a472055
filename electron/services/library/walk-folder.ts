import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { type Sentence, say } from '../../../core/sentence.ts';
import { isSystemError } from '../../store/system-error.ts';
import { refuseRead } from './refuse-read.ts';

/** A path as the system has it: the names of some files are no text in UTF-8. */
export type SystemPath = string | Buffer;

/** What was found: a file, or something that cannot be one, with the reason. */
export interface FoundFile {
  readonly path: SystemPath;
  /** How its user knows it: its name, with the folders below the one that was chosen. */
  readonly name: string;
  /** `null` where it can be read, as far as can be seen from outside. */
  readonly refusal: Sentence | null;
}

/** How to walk. */
export interface WalkOptions {
  /** Whether the folders in a folder are walked too. */
  readonly isRecursive: boolean;
  /** A folder that is passed over without a word: the workspace itself. */
  readonly except: string;
}

const separator = Buffer.from(sep);
const below = (folder: Buffer, name: Buffer): Buffer => Buffer.concat([folder, separator, name]);

const { compare } = new Intl.Collator('en', { numeric: true });

/** As its user reads them, numbers by their value. */
function inOrder(a: Buffer, b: Buffer): number {
  return compare(a.toString(), b.toString()) || Buffer.compare(a, b);
}

const leadsBack = say(
  /*i18n*/ 'It is a link that leads to itself, or to a folder that is added already: it was not followed.',
);
const notAFile = say(/*i18n*/ 'It is neither a file nor a folder, and nothing can be read from it.');

/** A folder that is to be walked. `name` is what its files’ names begin with. */
interface Place {
  readonly path: Buffer;
  readonly name: string;
  readonly prefix: string;
}

async function lookAt(path: Buffer, name: string): Promise<Stats | FoundFile> {
  try {
    return await stat(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { path, name, refusal: error.code === 'ELOOP' ? leadsBack : refuseRead(error) };
  }
}

/** What a folder is known by: its path without links. */
const keyOf = async (folder: string | Buffer): Promise<string> => (await realpath(folder, 'buffer')).toString('latin1');

const asFile = (path: Buffer, name: string, stats: Stats): FoundFile => ({
  path,
  name,
  refusal: stats.isFile() ? null : notAFile,
});

class Walk {
  readonly #isRecursive: boolean;
  readonly #walked = new Set<string>();
  readonly #except: string | null;
  /** Folders that links lead to: walked last, so that each folder is found where it lies. */
  readonly #linked: Place[] = [];

  constructor(isRecursive: boolean, except: string | null) {
    this.#isRecursive = isRecursive;
    this.#except = except;
  }

  async *from(roots: readonly string[]): AsyncGenerator<FoundFile> {
    for (const root of roots) {
      const [path, name] = [Buffer.from(root), basename(root)];
      const found = await lookAt(path, name);
      if ('refusal' in found) yield found;
      else if (!found.isDirectory()) yield asFile(path, name, found);
      else yield* this.#inside({ path, name, prefix: roots.length > 1 ? `${name}/` : '' });
    }
    for (let place = this.#linked.shift(); place; place = this.#linked.shift()) yield* this.#inside(place);
  }

  async *#inside(place: Place): AsyncGenerator<FoundFile> {
    let entries: Dirent<Buffer>[];
    try {
      const key = await keyOf(place.path);
      if (key === this.#except) return;
      if (this.#walked.has(key)) {
        yield { path: place.path, name: place.name, refusal: leadsBack };
        return;
      }
      this.#walked.add(key);
      entries = await readdir(place.path, { encoding: 'buffer', withFileTypes: true });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      yield { path: place.path, name: place.name, refusal: refuseRead(error) };
      return;
    }
    for (const entry of entries.sort((a, b) => inOrder(a.name, b.name))) {
      const ownName = entry.name.toString();
      // Hidden: the notes of a system and of its programs.
      if (ownName.startsWith('.')) continue;
      const path = below(place.path, entry.name);
      const name = `${place.prefix}${ownName}`;
      const found = await lookAt(path, name);
      const inner = { path, name, prefix: `${name}/` };
      if ('refusal' in found) yield found;
      else if (!found.isDirectory()) yield asFile(path, name, found);
      else if (!this.#isRecursive) continue;
      else if (entry.isSymbolicLink()) this.#linked.push(inner);
      else yield* this.#inside(inner);
    }
  }
}

/**
 * The files at `roots`, and of those that are folders what lies in them, sorted, without what is hidden. A folder that several links lead to
 * is walked once; what cannot be looked at, or has gone meanwhile, is given with the reason, and the others are not
 * affected.
 */
export async function* walkFolder(
  roots: readonly string[],
  { isRecursive, except }: WalkOptions,
): AsyncGenerator<FoundFile> {
  const own = await keyOf(except).catch(() => null);
  yield* new Walk(isRecursive, own).from(roots);
}
