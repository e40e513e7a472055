import { type Place, placeOf } from '../statements/block.ts';
import { writeOutDate } from '../statements/edtf-date.ts';
import { type Statement, type StatementSummary, titleOf } from '../statements/statement.ts';
import type { Passage } from '../text/passage.ts';

/** How much of the SHA-256 a citation gives: enough to recognise the file by, or all of it. */
export type Fingerprint = 'short' | 'full';

const shortFingerprintLength = 12;

const kindWords: Readonly<Record<Place['kind'], string>> = {
  heading: 'heading',
  paragraph: 'text',
  speech: 'text',
  'list-item': 'text',
  furniture: 'website text',
};

/** Where in its statement a passage stands: “¶ 12”, “¶¶ 12–14”, “heading” or “website text”. */
export function citePlace({ paragraph, lastParagraph, kind }: Place): string {
  if (paragraph === null) return lastParagraph === null ? kindWords[kind] : `${kindWords[kind]} to ¶ ${lastParagraph}`;
  if (lastParagraph === null) return `¶ ${paragraph} and the text after it`;
  return paragraph === lastParagraph ? `¶ ${paragraph}` : `¶¶ ${paragraph}–${lastParagraph}`;
}

function surnameOf(name: string): string {
  return name.toLocaleLowerCase('und').split(/\s+/u).at(-1) ?? '';
}

/** The people whose words a passage is: its speakers, by the full names where the catalogue has them, else the authors. */
function namesFor(record: StatementSummary, place: Place | null): string[] {
  const people = record.people.value ?? [];
  if (place && place.speakers.length > 0) {
    return place.speakers.map((label) => {
      const words = label.toLocaleLowerCase('und').split(/[^\p{L}\p{M}'’-]+/u);
      return people.find(({ name }) => words.includes(surnameOf(name)))?.name ?? label;
    });
  }
  const authors = people.filter(({ as }) => as === 'author' || as === 'issuer').map(({ name }) => name);
  return authors.filter((name) => name !== record.publisher.value);
}

function citeTitle(record: StatementSummary): string {
  const title = titleOf(record);
  if (record.title.value === null || title.startsWith('[')) return `${title},`;
  return /[?!.]$/u.test(title) ? `“${title}”` : `“${title},”`;
}

/**
 * The citation of a place in a statement as a note after the Chicago Manual: who, title (a supplied one in its
 * brackets), publisher, date in words, paragraph, and the SHA-256 of the bytes quoted from. `place` is `null` where the
 * passage is not to be found.
 */
export function citePlaceInStatement(
  record: StatementSummary,
  place: Place | null,
  sha256: string,
  fingerprint: Fingerprint,
): string {
  const names = namesFor(record, place);
  const hash = fingerprint === 'full' ? sha256 : `${sha256.slice(0, shortFingerprintLength)}…`;
  const rest = [
    record.publisher.value,
    record.date.value === null ? 'n.d.' : writeOutDate(record.date.value),
    place && citePlace(place),
    `SHA-256 ${hash}`,
  ];
  const lead = names.length === 0 ? '' : `${names.join(' and ')}, `;
  return `${lead}${citeTitle(record)} ${rest.filter((part) => part !== null).join(', ')}.`;
}

/** A passage as it goes to the clipboard: its exact text in quotation marks, then the citation. */
export function citePassage({ summary, sha256, text, blocks }: Statement, passage: Passage): string {
  const quotation = text.slice(passage.start, passage.end);
  return `“${quotation}”, ${citePlaceInStatement(summary, placeOf(blocks, passage), sha256, 'short')}`;
}
