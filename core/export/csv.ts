import type { Place } from '../statements/block.ts';
import { citePlace } from './citation.ts';
import type { Excerpt } from './excerpt.ts';

/** Makes spreadsheets read the file as UTF-8, and so show Cyrillic and curly quotation marks as they are. */
const byteOrderMark = '\uFEFF';

/** Beginnings that spreadsheets take for a formula, with any apostrophes put before them already. */
const formulaLike = /^'*[=+\-@\t\r]/u;

function paragraphOf(place: Place | null): string {
  if (place === null) return '';
  return citePlace(place).replace(/^¶+ /u, '');
}

const columns: readonly (readonly [name: string, read: (excerpt: Excerpt) => string | number])[] = [
  ['id', ({ id }) => id],
  ['statement', ({ statement }) => statement],
  ['title', ({ title }) => title],
  ['publisher', ({ publisher }) => publisher],
  ['date', ({ date }) => date],
  ['paragraph', ({ place }) => paragraphOf(place)],
  ['speaker', ({ place }) => place?.speakers.join('; ') ?? ''],
  ['quotation', ({ quotation }) => quotation],
  ['before', ({ before }) => before],
  ['after', ({ after }) => after],
  ['tags', ({ tags }) => tags.join('; ')],
  ['note', ({ note }) => note],
  ['state', ({ state }) => state],
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
  ['sha256', ({ sha256 }) => sha256],
  ['created', ({ created }) => created],
  ['modified', ({ modified }) => modified],
];

function writeField(value: string | number): string {
  const text = String(value);
  const safe = formulaLike.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as a table after RFC 4180: CRLF after every row, fields quoted where they must be, UTF-8 with a byte order mark.
 * No cell can run as a formula: one that begins with `=`, `+`, `-`,
 * `@`, a tab or a carriage return (or with apostrophes before one of these) gets an apostrophe in front. Taking one
 * apostrophe away from every cell that begins so gives the exact text back.
 */
export function writeTable(rows: readonly (readonly (string | number)[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('');
}

/** The excerpts as a table with a header row. Tags are joined by `; `. */
export function writeCsv(excerpts: readonly Excerpt[]): string {
  return writeTable([
    columns.map(([name]) => name),
    ...excerpts.map((excerpt) => columns.map(([, read]) => read(excerpt))),
  ]);
}
