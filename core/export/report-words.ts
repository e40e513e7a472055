import { citePages } from '../citations/cite-place.ts';
import {
  excerptsOf,
  type Report,
  type ReportExcerpt,
  type ReportSource,
  runsText,
  type TextRun,
} from '../report/report.ts';
import { writeOutDate } from '../statements/edtf-date.ts';
import { sourceOf } from './source-of.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const stateWords: Readonly<Record<ReportExcerpt['state'], string | null>> = {
  anchored: null,
  'needs-review':
    'Needs review: the words no longer stand, or stand more than once, where they were marked. They are given as they were marked.',
  orphaned: 'Orphaned: the words were not found in the statement. They are given as they were marked.',
};

const fixityWords: Readonly<Record<NonNullable<ReportExcerpt['fixity']>, string | null>> = {
  verified: null,
  changed:
    'Source changed: the text of the statement is no longer the one that was catalogued. Check the words before they are cited.',
  missing: 'Source missing: the text of the statement is not there to compare the words with.',
  unreadable: 'Source unreadable: the text of the statement cannot be compared with the words.',
};

/** What is to be said of an excerpt that is not certain, or whose source is not whole; `null` of one that is. */
export function describeState({ state, fixity }: Pick<ReportExcerpt, 'state' | 'fixity'>): string | null {
  const words = [stateWords[state], fixity && fixityWords[fixity]].filter((sentence) => sentence !== null);
  return words.length === 0 ? null : words.join(' ');
}

/** Who made a report, when (the day, in UTC) and of how much, as one or two sentences. */
export function describeReport(report: Report): string {
  const size = `${counted(excerptsOf(report).length, 'excerpt', 'excerpts')} from ${counted(report.sources.length, 'source', 'sources')}`;
  return `${size}. Exported on ${writeOutDate(report.madeAt.slice(0, 10))}.`;
}

/** Where a quotation stands by numbers: its source in the table of sources, and its position there. */
export function describePosition({ source, start, end, state }: ReportExcerpt): string {
  const when = state === 'anchored' ? '' : ', as it was when it was marked';
  return `Source ${source + 1}, characters ${start} to ${end}${when}.`;
}

/** The SHA-256 of a source as it is printed: of its file; of an imported one, of the file and of the text that was made of it. */
export function describeHashes({ sha256, original }: Pick<ReportSource, 'sha256' | 'original'>): readonly string[] {
  return original === undefined ? [sha256] : [`${original} (file)`, `${sha256} (text)`];
}

/** What the reader of a report has to know of its quotations, as sentences; marks only where they stand in it. */
export function describeQuotations(report: Report): string {
  const kinds = new Set(
    excerptsOf(report).flatMap(({ before, quotation, after }) =>
      [...before, ...quotation, ...after].map(({ kind }) => kind),
    ),
  );
  const marks = report.withheld.filter(({ count }) => count > 0).map(({ mark }) => mark);
  return [
    'Each quotation stands as it does in its source, character by character, unless a note beside it says otherwise.',
    kinds.has('omission') ? '“[…]” marks words that are left out.' : '',
    marks.length > 0 ? `Names that are not given are marked: ${marks.join(', ')}.` : '',
    report.sources.some(({ original }) => original !== undefined)
      ? 'The SHA-256 of a source identifies the file that was quoted from, and of an imported one the text that was made of it too;'
      : 'The SHA-256 of a source identifies the file that was quoted from;',
    'positions count the characters (Unicode code points) of its text from 0, the end exclusive.',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** The paragraphs of a text that has empty lines between them. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/u).filter((paragraph) => paragraph.trim() !== '');
}

/** Context as it is printed: without the white space at its ends. Empty where there is none. */
export function contextText(runs: readonly TextRun[]): string {
  return runsText(runs).trim();
}

/**
 * What stands over each excerpt, by its number: the title of its source, unless the heading over it is that title, then
 * pages, place and speakers. Empty where nothing of it is known.
 */
export function leadExcerpts(report: Report): ReadonlyMap<number, string> {
  const leads = new Map<number, string>();
  let heading = '';
  for (const part of report.parts) {
    if (part.kind === 'heading') heading = part.text;
    if (part.kind !== 'excerpt') continue;
    const { title } = sourceOf(report, part);
    const pages = part.pages ? citePages(part.pages) : '';
    const words = [title === heading ? '' : title, pages, part.place, ...part.speakers];
    leads.set(part.number, words.filter((word) => word !== '').join(', '));
  }
  return leads;
}
