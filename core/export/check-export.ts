import { citePlaceAndSpeakers } from '../citations/cite-place.ts';
import { placeOf } from '../statements/place.ts';
import { type Statement, titleOf } from '../statements/statement.ts';
import { type OffsetConverter, offsetConverter } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import type { ExportRecord } from './export-record.ts';
import { isAllLeftOut, isShortened } from './match-shortened.ts';
import { printable } from './print-text.ts';

/** A position that a document prints beside a quotation: `source` is an index of the record's sources, `null` where it is not said. */
export interface PrintedPosition {
  readonly source: number | null;
  readonly start: number;
  readonly end: number;
}

/** An export as it was read back: its record, and each quotation as it stands in the document now, by its number. */
export interface ExportAsRead {
  readonly record: ExportRecord;
  readonly quotations: ReadonlyMap<number, string>;
  /** Why what a reader of the document sees of a quotation is not its text, as a sentence, by its number. */
  readonly disguises: ReadonlyMap<number, string>;
  /** Where the document itself says that a quotation stands, by its number. */
  readonly positions: ReadonlyMap<number, readonly PrintedPosition[]>;
  /** What stands in the document as a quotation and bears no mark of one that was exported. */
  readonly unmarked: readonly string[];
}

/**
 * How a quotation of an export compares with its source: `exact` (every character); `marked-omissions` (what is shown is
 * exact and in order, and what is not is marked by brackets); `altered`; `unknown-source` (no statement of the collection
 * has the bytes it was quoted from); `unmarked` (it stands in the document as a quotation, without the mark that says which
 * one it is); `missing` (it was in the export and is no longer in the document).
 */
export type Verdict = 'exact' | 'marked-omissions' | 'altered' | 'unknown-source' | 'unmarked' | 'missing';

/**
 * What was found of one quotation. `number` is `null` where it bears no mark; `place` is where the source has the recorded
 * position, as “¶ 27 (Ambassador Carpenter)”, empty where that is not known. `reason` is a sentence where the verdict needs
 * one, `shown` as it stands now.
 */
export interface QuotationCheck {
  readonly number: number | null;
  readonly statement: string;
  readonly title: string;
  readonly place: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly shown: string;
}

type RecordedExcerpt = ExportRecord['excerpts'][number];
interface Source {
  readonly title: string;
  readonly statement: Statement;
  readonly offsets: OffsetConverter;
}
type Finding = Pick<QuotationCheck, 'verdict' | 'reason'>;

/** How much of a difference is shown on either side, in UTF-16 units. */
const shownAround = 24;

const found = (verdict: Verdict, reason: string | null = null): Finding => ({ verdict, reason });

function describeDifference(expected: string, shown: string): string {
  let at = 0;
  while (at < expected.length && at < shown.length && expected[at] === shown[at]) at += 1;
  const near = (text: string): string => {
    const [from, to] = [Math.max(0, at - shownAround), at + shownAround];
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  };
  return `The source has “${near(expected)}”, the document “${near(shown)}”.`;
}

function passageOf({ start, end }: RecordedExcerpt, { offsets }: Source): Passage {
  return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
}

function citedPlace(excerpt: RecordedExcerpt, source: Source): string {
  const { statement } = source;
  const passage = passageOf(excerpt, source);
  return statement.blocks.length === 0 || passage.start >= passage.end
    ? ''
    : citePlaceAndSpeakers(placeOf(statement, passage), statement.summary);
}

function compare(excerpt: RecordedExcerpt, source: Source, shown: string): Finding {
  const { start, end } = passageOf(excerpt, source);
  const passage = source.statement.text.slice(start, end);
  // A file format may be unable to hold what the source has; nothing else may differ.
  const printed = printable(passage);
  if (shown === passage || shown === printed) return found('exact');
  if (isShortened(passage, shown) || isShortened(printed, shown)) return found('marked-omissions');
  if (isAllLeftOut(passage, shown)) return found('marked-omissions', 'Nothing of it is shown.');
  return found('altered', describeDifference(printed, shown));
}

const describePrinted = ({ source, start, end }: PrintedPosition): string =>
  source === null ? `characters ${start} to ${end}` : `source ${source + 1}, characters ${start} to ${end}`;

/** What is wrong with the positions that the document prints beside a quotation; `null` where nothing is. */
function findOtherPosition(excerpt: RecordedExcerpt, positions: readonly PrintedPosition[]): string | null {
  const other = positions.find(
    ({ source, start, end }) =>
      start !== excerpt.start || end !== excerpt.end || (source !== null && source !== excerpt.source),
  );
  if (!other) return null;
  return `The document says that it stands at ${describePrinted(other)}, its record at ${describePrinted(excerpt)}.`;
}

/**
 * Checks every quotation of an export against `statements`: by the SHA-256 of the bytes it was quoted from and the
 * position there. The record only says where to look: a record that was changed together with its document is found out
 * where the document prints the position. In the order of their numbers; at the end those without a mark.
 */
export function checkExport(read: ExportAsRead, statements: readonly Statement[]): QuotationCheck[] {
  const { record, quotations, disguises, positions, unmarked } = read;
  const sources = new Map<string, Source>();
  for (const statement of statements) {
    const title = titleOf(statement.summary);
    sources.set(statement.sha256, { title, statement, offsets: offsetConverter(statement.text) });
  }
  const recorded = new Map(record.excerpts.map((excerpt) => [excerpt.number, excerpt]));
  const numbers = [...new Set([...recorded.keys(), ...quotations.keys()])].sort((a, b) => a - b);
  const checks = numbers.map((number): QuotationCheck => {
    const excerpt = recorded.get(number);
    const quoted = excerpt && record.sources[excerpt.source];
    const source = quoted && sources.get(quoted.sha256);
    const shown = quotations.get(number);
    const title = source?.title ?? quoted?.title ?? '';
    const place = excerpt && source ? citedPlace(excerpt, source) : '';
    const about = { number, statement: quoted?.statement ?? '', title, place, shown: shown ?? '' };
    if (!excerpt || !quoted) {
      return { ...about, ...found('unknown-source', 'The record of the file does not say where it is from.') };
    }
    if (shown === undefined) return { ...about, ...found('missing', 'It is no longer in the document.') };
    if (!source) {
      const reason = `No statement of the collection has the SHA-256 ${quoted.sha256}.`;
      return { ...about, ...found('unknown-source', reason) };
    }
    const finding = compare(excerpt, source, shown);
    if (finding.verdict === 'altered') return { ...about, ...finding };
    const reason = disguises.get(number) ?? findOtherPosition(excerpt, positions.get(number) ?? []);
    return { ...about, ...(reason === null ? finding : found('altered', reason)) };
  });
  const reason = 'It bears no mark of a quotation that was exported, so nothing says where it is from.';
  const strays = unmarked.map(
    (shown): QuotationCheck => ({
      number: null,
      statement: '',
      title: '',
      place: '',
      shown,
      ...found('unmarked', reason),
    }),
  );
  return [...checks, ...strays];
}
