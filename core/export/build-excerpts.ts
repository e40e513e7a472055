import { filterByTags } from '../highlights/filter-by-tags.ts';
import { inReadingOrder, type PlacedHighlight } from '../highlights/highlight.ts';
import { type Block, blockAt } from '../statements/block.ts';
import { type Statement, type StatementSummary, titleOf } from '../statements/statement.ts';
import type { Tag } from '../tags/tag.ts';
import { inTreeOrder } from '../tags/tag-tree.ts';
import { type OffsetConverter, offsetConverter, utf16 } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import { sentencesAround } from '../text/sentences.ts';
import type { Excerpt, ExcerptContext, ExcerptFilter } from './excerpt.ts';

/** What excerpts are made from. */
export interface ExcerptSources {
  /** All records of the collection, in reading order. */
  readonly summaries: readonly StatementSummary[];
  /** The statements that can be read. */
  readonly statements: readonly Statement[];
  readonly tags: readonly Tag[];
  readonly highlights: readonly PlacedHighlight[];
}

/** A statement's text with what positions in it are converted by. */
interface ReadableText extends Statement {
  readonly offsets: OffsetConverter;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** A block without its label, unless the passage reaches into the label. */
const beginOf = (block: Block, passage: Passage): number =>
  passage.start < block.bodyStart ? block.start : block.bodyStart;

function surround({ text, blocks }: Statement, passage: Passage, context: ExcerptContext): Surroundings {
  const first = blockAt(blocks, passage.start);
  const last = blockAt(blocks, passage.end - 1);
  if (context === 'none' || !first || !last) return { before: '', after: '' };
  // A passage may begin or end in the white space between blocks.
  const from = Math.min(beginOf(first, passage), passage.start);
  const to = Math.max(last.end, passage.end);
  let [start, end] = [from, to];
  if (context === 'sentence') {
    const inBlocks = { start: utf16(passage.start - from), end: utf16(passage.end - from) };
    const sentences = sentencesAround(text.slice(from, to), inBlocks);
    [start, end] = [from + sentences.start, from + sentences.end];
  }
  return { before: text.slice(start, passage.start), after: text.slice(passage.end, end) };
}

const codePointsIn = (text: string): number => [...text].length;

function excerptOf(
  highlight: PlacedHighlight,
  summary: StatementSummary | undefined,
  readable: ReadableText | undefined,
  tagPaths: ReadonlyMap<string, string>,
  context: ExcerptContext,
): Excerpt {
  const { anchor, selector } = highlight;
  const common = {
    id: highlight.id,
    state: anchor.state,
    tags: highlight.tags.map((id) => tagPaths.get(id) ?? id),
    note: highlight.note,
    statement: highlight.statement,
    title: summary ? titleOf(summary) : highlight.statement,
    publisher: summary?.publisher.value ?? '',
    date: summary?.date.value ?? '',
    created: highlight.created,
    modified: highlight.modified,
  };
  if (anchor.state === 'anchored' && readable) {
    const passage: Passage = { start: anchor.start, end: anchor.end };
    return {
      ...common,
      quotation: readable.text.slice(passage.start, passage.end),
      ...surround(readable, passage, context),
      place: highlight.place,
      start: readable.offsets.toCodePoints(passage.start),
      end: readable.offsets.toCodePoints(passage.end),
      sha256: readable.sha256,
    };
  }
  // The text it was marked in may be gone: then the count of UTF-16 units is the nearest that is known.
  const start = readable ? readable.offsets.toCodePoints(selector.start) : selector.start;
  return {
    ...common,
    state: anchor.state === 'anchored' ? 'needs-review' : anchor.state,
    quotation: selector.quote,
    before: '',
    after: '',
    place: null,
    start,
    end: start + codePointsIn(selector.quote),
    sha256: selector.source,
  };
}

/**
 * The excerpts that `filter` lets through, in reading order. A highlight that is not anchored comes too, as its state
 * says, with the words as they were marked and without context. Context never reaches beyond the blocks of the passage.
 */
export function buildExcerpts(sources: ExcerptSources, filter: ExcerptFilter, context: ExcerptContext): Excerpt[] {
  const summaries = new Map(sources.summaries.map((summary) => [summary.id, summary]));
  const statements = new Map(sources.statements.map((statement) => [statement.summary.id, statement]));
  const tagPaths = new Map(inTreeOrder(sources.tags).map(({ tag, path }) => [tag.id, path]));
  const passesTags = filterByTags(filter, sources.tags);
  const isChosen = ({ statement }: PlacedHighlight): boolean =>
    filter.statements.length === 0 || filter.statements.includes(statement);
  const readable = new Map<string, ReadableText>();
  const read = (id: string): ReadableText | undefined => {
    const statement = statements.get(id);
    if (statement && !readable.has(id)) readable.set(id, { ...statement, offsets: offsetConverter(statement.text) });
    return readable.get(id);
  };
  return sources.highlights
    .filter((highlight) => isChosen(highlight) && passesTags(highlight))
    .sort(inReadingOrder([...summaries.keys()]))
    .map((highlight) =>
      excerptOf(highlight, summaries.get(highlight.statement), read(highlight.statement), tagPaths, context),
    );
}
