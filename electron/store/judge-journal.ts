import { join } from 'node:path';
import type { Notice } from '../../core/ipc-contract.ts';
import { journalFolder } from './journal.ts';
import type { OpeningOptions } from './opening-options.ts';
import type { ReadSegment } from './read-journal.ts';
import type { Rebuilt } from './rebuild-workspace.ts';
import { keepCopy, setAside, stampOf } from './set-aside.ts';
import { isSystemError } from './system-error.ts';

/** How many repairs are told one by one. */
const repairsShown = 5;

/** A number with what it counts. */
export const count = (number: number, one: string, other: string): string => `${number} ${number === 1 ? one : other}`;

/** Repairs as sentences, no more than can be read. */
export function listRepairs(repairs: readonly string[]): string {
  const more = repairs.length - repairsShown;
  return [...repairs.slice(0, repairsShown), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** Takes away the torn end of the newest segment, and sets a damaged one aside. Gives the notice of it. */
async function tidyJournal(segments: readonly ReadSegment[], options: OpeningOptions): Promise<Notice | null> {
  const last = segments.at(-1);
  if (!last || last.end === 'clean') return null;
  const { folder, files, mayWrite, now } = options;
  const copy = join(folder, `journal.damaged-${stampOf(now)}`);
  const isKept = last.end === 'torn' || (await keepCopy(last.path, copy, options));
  if (mayWrite && isKept) {
    // Where the disk does not let it be cut, it is passed over at every opening.
    await files.cut(last.path, last.wholeBytes).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
    });
  }
  if (last.end === 'torn') return null;
  const fate = mayWrite && isKept ? ` The file as it was is kept as ${copy}.` : '';
  const message = `The end of the journal ${last.path} is damaged: the last change, or a few, could not be read; all before them are here.${fate} Look at what you changed last.`;
  return { kind: 'journal-damaged', message };
}

/** What the journal's own state asks to be said and done. */
export async function judgeJournal(
  rebuilt: Rebuilt,
  options: OpeningOptions,
): Promise<{ readonly notices: readonly Notice[]; readonly isReadOnly: boolean; readonly isAside: boolean }> {
  const folder = journalFolder(options.folder);
  if (rebuilt.kind === 'newer') {
    const message = `The journal ${folder} was written by a later Attest: what this one understands is shown, and nothing can be changed here. Open it with the later version.`;
    return { notices: [{ kind: 'read-only', message }], isReadOnly: true, isAside: false };
  }
  if (rebuilt.kind === 'foreign') {
    const aside = `${folder}.set-aside-${stampOf(options.now)}`;
    const isAside = await setAside(folder, aside, options);
    const fate = isAside ? `It has been set aside, unchanged, as ${aside}.` : 'It has been left as it is.';
    const message = `The journal ${folder} does not belong to the workspace file beside it, which another computer or another time may have left: nothing of it has been used. ${fate}`;
    return { notices: [{ kind: 'journal-damaged', message }], isReadOnly: options.mayWrite && !isAside, isAside };
  }
  const damagedEnd = await tidyJournal(rebuilt.segments, options);
  return { notices: damagedEnd ? [damagedEnd] : [], isReadOnly: false, isAside: false };
}

/** What is missing in the journal, as a notice where something is. */
export function gapNotice({ missing, repairs }: Rebuilt, { folder }: OpeningOptions): Notice[] {
  if (missing === 0) return [];
  const what = `${count(missing, 'change', 'changes')} in the journal ${journalFolder(folder)} could not be read`;
  const message = `${what}; all before and after have been kept. Look at what you changed last. ${listRepairs(repairs)}`;
  return [{ kind: 'journal-damaged', message: message.trim() }];
}
