import { currentVersion, type OwnStatement, type StatementVersion } from '../../../core/statements/own-statement.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import { countWords } from '../../../core/text/count-words.ts';
import { type FoundText, readText, StatementFileError, type StatementPlace } from '../../store/statement-files.ts';
import { StatementGoneError, textFault } from './statement-gone-error.ts';
import { summaryOf } from './summary-of.ts';

/** A version of a statement with its text, as it was found. */
export interface FoundVersion {
  readonly version: StatementVersion;
  readonly found: FoundText;
}

const isSha256 = (name: string): boolean => /^[0-9a-f]{64}$/u.test(name);

function tryToRead(place: StatementPlace, version: StatementVersion): FoundText | StatementFileError {
  try {
    return readText(place, version);
  } catch (error) {
    if (error instanceof StatementFileError) return error;
    throw error;
  }
}

/**
 * Finds the version of a statement whose text has the SHA-256 `text`, the newest of several; also a reading of one of its originals that
 * another has taken the place of. `null` where it never was one. Throws `StatementGoneError` where its file cannot be read.
 */
export function findVersion(place: StatementPlace, { versions }: OwnStatement, text: string): FoundVersion | null {
  if (!isSha256(text)) return null;
  const version = versions.findLast((version) => version.text.sha256 === text);
  if (version) {
    const found = tryToRead(place, version);
    if (found instanceof StatementFileError) throw new StatementGoneError(textFault(version.original.name, found));
    return { version, found };
  }
  for (const version of versions.toReversed()) {
    const earlier = { ...version, text: { sha256: text, length: 1, words: 0 }, corrections: [] };
    const found = tryToRead(place, earlier);
    if (found instanceof StatementFileError) continue;
    const counted = { sha256: text, length: found.text.length, words: countWords(found.text) };
    return { version: { ...earlier, text: counted }, found };
  }
  return null;
}

/** A version of a statement as it can be read; `null` as for `findVersion`. */
export function readVersionOf(place: StatementPlace, own: OwnStatement, text: string): Statement | null {
  const known = findVersion(place, own, text);
  if (!known) return null;
  const { version, found } = known;
  const isSame = found.sha256 === text;
  return {
    summary: summaryOf(own, version, isSame ? 'verified' : 'changed'),
    sha256: found.sha256,
    text: found.text,
    // Line numbers and pages hold for the text that they were made for.
    blocks: structureOf(found.text, isSame ? [...version.corrections, ...found.structure] : []),
    pages: isSame ? [...(found.pages ?? [])] : [],
    ...(version === currentVersion(own) ? { corrections: version.corrections } : {}),
  };
}
