import { join } from 'node:path';
import type { FixityLine } from '../../../core/statements/fixity-report.ts';
import { currentVersion } from '../../../core/statements/own-statement.ts';
import { titleOf } from '../../../core/statements/statement.ts';
import { checkOriginal, checkPlainText, checkText, type FoundFile, type OnTurn } from '../../store/statement-files.ts';
import type { Library } from './library.ts';

/** A file of the library that can be compared with its SHA-256. */
export interface FixityFile extends Omit<FixityLine, 'fixity' | 'found'> {
  /** Whether it is what the statement is read from. */
  readonly isRead: boolean;
  readonly check: (onTurn: OnTurn) => Promise<FoundFile>;
}

/** How many files a statement has. */
export function countFixityFiles(library: Library, id: string): number {
  const own = library.own(id);
  return own ? 2 * own.versions.length : 1;
}

/**
 * The files of a statement: of a bundled one its file in the folder `resources`, else the original and the text of each version, the newest
 * first.
 */
export function fixityFilesOf(library: Library, id: string, resources: string): FixityFile[] {
  const { place } = library;
  const own = library.own(id);
  const summary = library.summary(id);
  if (!summary) return [];
  const common = { statement: id, title: titleOf(summary) };
  if (!own) {
    const { file: name, sha256: expected } = summary;
    const path = join(resources, 'statements', name);
    const check = (onTurn: OnTurn) => checkPlainText(path, expected, onTurn);
    return [{ ...common, file: 'text', name, version: null, expected, isRead: true, check }];
  }
  const current = currentVersion(own);
  const files = own.versions.toReversed().flatMap((version): FixityFile[] => {
    const { original, text, added } = version;
    const about = { ...common, name: original.name, version: added };
    return [
      {
        ...about,
        file: 'text',
        expected: text.sha256,
        isRead: version === current,
        check: (onTurn) => checkText(place, version, onTurn),
      },
      {
        ...about,
        file: 'original',
        expected: original.sha256,
        isRead: false,
        check: (onTurn) => checkOriginal(place, version, onTurn),
      },
    ];
  });
  return files;
}
