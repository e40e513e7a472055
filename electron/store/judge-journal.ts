import { join } from 'node:path';
import { type Sentence, say, sayInTurn } from '../../core/sentence.ts';
import { type Notice, notice } from '../../core/session.ts';
import { journalFolder } from './journal.ts';
import type { OpeningOptions } from './opening-options.ts';
import type { ReadSegment } from './read-journal.ts';
import type { Rebuilt } from './rebuild-workspace.ts';
import { keepCopy, setAside, stampOf } from './set-aside.ts';
import { isSystemError } from './system-error.ts';

/** How many repairs are told one by one. */
const repairsShown = 5;

/** Repairs as sentences, no more than can be read. */
export function listRepairs(repairs: readonly Sentence[]): Sentence[] {
  const more = repairs.length - repairsShown;
  return [...repairs.slice(0, repairsShown), ...(more > 0 ? [say(/*i18n*/ 'And {more} more.', { more })] : [])];
}

/** Where a file that was changed is kept as it was. */
export const keptAs = (copy: string): Sentence => say(/*i18n*/ 'The file as it was is kept as {copy}.', { copy });

/** Where something that is no longer used has been put. */
export const setAsideAs = (aside: string): Sentence =>
  say(/*i18n*/ 'It has been set aside, unchanged, as {aside}.', { aside });

/** What is said of something that could not be set aside, or must not be. */
export const leftAsItIs = say(/*i18n*/ 'It has been left as it is.');

const lookAtLast = say(/*i18n*/ 'Look at what you changed last.');

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
  const what = say(
    /*i18n*/ 'The end of the journal {path} is damaged: the last change, or a few, could not be read; all before them are here.',
    { path: last.path },
  );
  const fate = mayWrite && isKept ? [keptAs(copy)] : [];
  return notice('journal-damaged', sayInTurn([what, ...fate, lookAtLast]));
}

/** What the journal's own state asks to be said and done. */
export async function judgeJournal(
  rebuilt: Rebuilt,
  options: OpeningOptions,
): Promise<{ readonly notices: readonly Notice[]; readonly isReadOnly: boolean; readonly isAside: boolean }> {
  const folder = journalFolder(options.folder);
  if (rebuilt.kind === 'newer') {
    const newer = say(
      /*i18n*/ 'The journal {folder} was written by a later Attest: what this one understands is shown, and nothing can be changed here. Open it with the later version.',
      { folder },
    );
    return { notices: [notice('read-only', newer)], isReadOnly: true, isAside: false };
  }
  if (rebuilt.kind === 'foreign') {
    const aside = `${folder}.set-aside-${stampOf(options.now)}`;
    const isAside = await setAside(folder, aside, options);
    const foreign = say(
      /*i18n*/ 'The journal {folder} does not belong to the workspace file beside it, which another computer or another time may have left: nothing of it has been used.',
      { folder },
    );
    const told = sayInTurn([foreign, isAside ? setAsideAs(aside) : leftAsItIs]);
    return { notices: [notice('journal-damaged', told)], isReadOnly: options.mayWrite && !isAside, isAside };
  }
  const damagedEnd = await tidyJournal(rebuilt.segments, options);
  return { notices: damagedEnd ? [damagedEnd] : [], isReadOnly: false, isAside: false };
}

/** What is missing in the journal, as a notice where something is. */
export function gapNotice({ missing, repairs }: Rebuilt, { folder }: OpeningOptions): Notice[] {
  if (missing === 0) return [];
  const what = say(
    /*i18n*/ '{missing, plural, one {# change} other {# changes}} in the journal {folder} could not be read; all before and after have been kept.',
    { missing, folder: journalFolder(folder) },
  );
  return [notice('journal-damaged', sayInTurn([what, lookAtLast, ...listRepairs(repairs)]))];
}
