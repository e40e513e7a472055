import type { Selector } from '../anchoring/selector.ts';
import type { PlacedHighlight } from '../highlights/highlight.ts';
import { type Block, blockAt } from '../statements/block.ts';
import { placeOf } from '../statements/place.ts';
import { type Statement, type StatementSummary, titleOf } from '../statements/statement.ts';
import type { Tag } from '../tags/tag.ts';
import { inTreeOrder } from '../tags/tag-tree.ts';
import { type OffsetConverter, offsetConverter, utf16 } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import { sentenceStarts } from '../text/sentences.ts';
import { countCodePoints } from './count-code-points.ts';
import type { Excerpt, ExcerptContext } from './excerpt.ts';

/** What excerpts are made from. */
export interface ExcerptSources {
  /** All records of the collection, in reading order. */
  readonly summaries: readonly StatementSummary[];
  /** The statements that can be read. */
  readonly statements: readonly Statement[];
  readonly tags: readonly Tag[];
  /** Texts of earlier versions, by the SHA-256 of their bytes, that highlights were marked in which need review. */
  readonly earlier?: ReadonlyMap<string, string>;
}

/** The same, or with the statements by their ids: of a large library few are needed. */
type FindableSources = Omit<ExcerptSources, 'statements'> & {
  readonly statements: readonly Statement[] | ReadonlyMap<string, Statement>;
};

/** Texts for which what is worked out is kept: those that were needed last. */
const mostPrepared = 300;

/**
 * An excerpt with the words that it stands among. `surroundings` holds the whole of its quotation, from `at` (UTF-16),
 * and its context: the blocks that it touches, or, where it is not anchored, what was kept of either side. Excerpts with
 * one `key` have the same surroundings; it is `null` where these belong to one excerpt alone.
 */
export interface ReadExcerpt {
  readonly excerpt: Excerpt;
  readonly surroundings: string;
  readonly at: number;
  readonly key: string | null;
}

/** A statement's text with what is worked out about it once. */
interface ReadableText extends Statement {
  readonly offsets: OffsetConverter;
  /** Where sentences begin in a stretch of the text, ascending. */
  readonly sentencesIn: (start: number, end: number) => readonly number[];
}

/** Whether a highlight stands in the text as it is: one without a place was put where it stood in the text that it was made for. */
function standsIn({ sha256 }: Statement, { anchor, place, selector }: PlacedHighlight): boolean {
  return anchor.state === 'anchored' && (place !== null || selector.source === sha256);
}

/** The blocks that a passage touches: `start` with the label of the first, `bodyStart` without it unless it reaches in. */
interface Stretch {
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

function prepareText(statement: Statement): ReadableText {
  const { text } = statement;
  const known = new Map<string, readonly number[]>();
  return {
    ...statement,
    offsets: offsetConverter(text),
    sentencesIn: (start, end) => {
      const key = `${start} ${end}`;
      const starts = known.get(key) ?? sentenceStarts(text.slice(start, end)).map((at) => start + at);
      known.set(key, starts);
      return starts;
    },
  };
}

/** A block without its label, unless the passage reaches into the label. */
const beginOf = (block: Block, passage: Passage): number =>
  passage.start < block.bodyStart ? block.start : block.bodyStart;

function stretchAround({ blocks }: Statement, passage: Passage): Stretch {
  const first = blockAt(blocks, passage.start);
  const last = blockAt(blocks, passage.end - 1);
  if (!first || !last) return { start: passage.start, bodyStart: passage.start, end: passage.end };
  // A passage may begin or end in the white space between blocks.
  return {
    start: Math.min(first.start, passage.start),
    bodyStart: Math.min(beginOf(first, passage), passage.start),
    end: Math.max(last.end, passage.end),
  };
}

/** From the start of the first sentence that `passage` touches to the end of the last, without the space after it. */
function sentencesOf({ text, sentencesIn }: ReadableText, { bodyStart, end }: Stretch, passage: Passage): Passage {
  const starts = sentencesIn(bodyStart, end);
  const start = starts.findLast((at) => at <= passage.start) ?? bodyStart;
  const next = starts.find((at) => at >= passage.end) ?? end;
  return {
    start: utf16(start),
    end: utf16(passage.end + text.slice(passage.end, next).trimEnd().length),
  };
}

function contextOf(readable: ReadableText, stretch: Stretch, passage: Passage, context: ExcerptContext): Passage {
  if (context === 'none') return passage;
  if (context === 'sentence') return sentencesOf(readable, stretch, passage);
  return { start: utf16(stretch.bodyStart), end: utf16(stretch.end) };
}

function readAnchored(
  common: Omit<Excerpt, 'quotation' | 'before' | 'after' | 'place' | 'start' | 'end' | 'sha256'>,
  highlight: PlacedHighlight,
  passage: Passage,
  readable: ReadableText,
  context: ExcerptContext,
): ReadExcerpt {
  const { text, offsets, sha256 } = readable;
  const stretch = stretchAround(readable, passage);
  const shown = contextOf(readable, stretch, passage, context);
  return {
    excerpt: {
      ...common,
      quotation: text.slice(passage.start, passage.end),
      before: text.slice(shown.start, passage.start),
      after: text.slice(passage.end, shown.end),
      place: highlight.place ?? placeOf(readable, passage),
      start: offsets.toCodePoints(passage.start),
      end: offsets.toCodePoints(passage.end),
      sha256,
    },
    surroundings: text.slice(stretch.start, stretch.end),
    at: passage.start - stretch.start,
    key: JSON.stringify([highlight.statement, stretch.start, stretch.end]),
  };
}

/**
 * Prepares reading excerpts with `context`; what is worked out about a statement is kept for the next. A highlight that
 * is not anchored comes too, as its state says, with the words as they were marked and without context. Context never
 * reaches beyond the blocks of the passage.
 */
export function createExcerptReader(
  sources: FindableSources,
  context: ExcerptContext,
): (highlight: PlacedHighlight) => ReadExcerpt {
  const summaries = new Map(sources.summaries.map((summary) => [summary.id, summary]));
  const statements: ReadonlyMap<string, Statement> =
    sources.statements instanceof Map
      ? sources.statements
      : new Map([...sources.statements.values()].map((statement) => [statement.summary.id, statement]));
  const tagPaths = new Map(inTreeOrder(sources.tags).map(({ tag, path }) => [tag.id, path]));
  const prepared = new Map<string, ReadableText>();
  const readableOf = (id: string): ReadableText | undefined => {
    const statement = statements.get(id);
    if (!statement) return undefined;
    const readable = prepared.get(id) ?? prepareText(statement);
    prepared.delete(id);
    prepared.set(id, readable);
    for (const [oldest] of prepared) {
      if (prepared.size <= mostPrepared) break;
      prepared.delete(oldest);
    }
    return readable;
  };
  const earlier = new Map<string, OffsetConverter>();
  const offsetsOf = (readable: ReadableText | undefined, { source, ...selector }: Selector): OffsetConverter | null => {
    if (readable?.sha256 === source) return readable.offsets;
    const text = sources.earlier?.get(source);
    if (text?.slice(selector.start, selector.end) !== selector.quote) return null;
    const offsets = earlier.get(source) ?? offsetConverter(text);
    earlier.set(source, offsets);
    return offsets;
  };
  return (highlight) => {
    const { anchor, selector, id, statement, note, isNotePrivate, created, modified } = highlight;
    const summary = summaries.get(statement);
    const readable = readableOf(statement);
    const common = {
      id,
      state: anchor.state,
      tags: highlight.tags.map((tag) => tagPaths.get(tag) ?? tag),
      note,
      isNotePrivate,
      statement,
      title: summary ? titleOf(summary) : statement,
      publisher: summary?.publisher.value ?? '',
      date: summary?.date.value ?? '',
      fixity: summary?.fixity ?? null,
      created,
      modified,
    };
    if (anchor.state === 'anchored' && readable && standsIn(readable, highlight)) {
      return readAnchored(common, highlight, { start: anchor.start, end: anchor.end }, readable, context);
    }
    // Where the text that it was marked in is gone, the count of UTF-16 units is the nearest that is known.
    const start = offsetsOf(readable, selector)?.toCodePoints(selector.start) ?? selector.start;
    const excerpt: Excerpt = {
      ...common,
      state: anchor.state === 'anchored' ? 'needs-review' : anchor.state,
      quotation: selector.quote,
      before: '',
      after: '',
      place: null,
      start,
      end: start + countCodePoints(selector.quote),
      sha256: selector.source,
    };
    return {
      excerpt,
      surroundings: selector.prefix + selector.quote + selector.suffix,
      at: selector.prefix.length,
      key: null,
    };
  };
}

/** The excerpts of `highlights`, in the order they come. `createExcerptReader` says what is in them. */
export function buildExcerpts(
  sources: ExcerptSources,
  highlights: readonly PlacedHighlight[],
  context: ExcerptContext,
): Excerpt[] {
  const read = createExcerptReader(sources, context);
  return highlights.map((highlight) => read(highlight).excerpt);
}
