import { filterByTags } from '../highlights/filter-by-tags.ts';
import { oneself, type PlacedHighlight } from '../highlights/highlight.ts';
import { readQueryDate } from '../search/language/query-date.ts';
import type { StatementSummary } from '../statements/statement.ts';
import type { Tag } from '../tags/tag.ts';
import { inTreeOrder } from '../tags/tag-tree.ts';
import { type DateSpan, dateSpanOf } from './date-span.ts';
import type { ExcerptFilter } from './excerpt-filter.ts';
import { foldText } from './fold-text.ts';

/** What a filter asks about beside the highlights: the records of the collection, and all tags. */
export interface FilterSources {
  readonly summaries: readonly StatementSummary[];
  readonly tags: readonly Tag[];
}

/** Lets those of `highlights` through that fit `filter`, in the order they come. */
export type HighlightFilter = (highlights: readonly PlacedHighlight[], filter: ExcerptFilter) => PlacedHighlight[];

type Test = (highlight: PlacedHighlight) => boolean;

const boundOf = (date: string | null): DateSpan | null => {
  const read = date === null ? null : readQueryDate(date);
  return read === null ? null : dateSpanOf(read);
};

function testDates(filter: ExcerptFilter): ((record: StatementSummary) => boolean) | null {
  const [from, to] = [boundOf(filter.from), boundOf(filter.to)];
  if (!from && !to) return null;
  return ({ date }) => {
    const span = date.value === null ? null : dateSpanOf(date.value);
    return span !== null && (!from || from.first <= span.last) && (!to || span.first <= to.last);
  };
}

/** Which statements are let through; `null` for all, those that the collection does not hold too. */
function chooseStatements(filter: ExcerptFilter, summaries: readonly StatementSummary[]): ReadonlySet<string> | null {
  const isInTime = testDates(filter);
  if (filter.kinds.length === 0 && !isInTime) {
    return filter.statements.length === 0 ? null : new Set(filter.statements);
  }
  const chosen = new Set(filter.statements);
  const fits = (record: StatementSummary): boolean =>
    (chosen.size === 0 || chosen.has(record.id)) &&
    (filter.kinds.length === 0 || (record.kind.value !== null && filter.kinds.includes(record.kind.value))) &&
    (!isInTime || isInTime(record));
  return new Set(summaries.filter(fits).map(({ id }) => id));
}

/**
 * Prepares filtering for one state of the collection and the tags, to be asked at every keystroke: the words of a
 * highlight are folded once and kept as long as the highlight. Words are found inside longer ones, a private note counts,
 * and a `from` or `to` that is no date restricts nothing.
 */
export function createHighlightFilter({ summaries, tags }: FilterSources): HighlightFilter {
  const foldedPaths = new Map(inTreeOrder(tags).map(({ tag, path }) => [tag.id, foldText(path)]));
  const folded = new WeakMap<PlacedHighlight, string>();
  const wordsOf = (highlight: PlacedHighlight): string => {
    const kept = folded.get(highlight);
    if (kept !== undefined) return kept;
    const own = foldText(`${highlight.selector.quote}\n${highlight.note}`);
    const all = [own, ...highlight.tags.map((id) => foldedPaths.get(id) ?? '')].join('\n');
    folded.set(highlight, all);
    return all;
  };
  return (highlights, filter) => {
    const tests: Test[] = [];
    const statements = chooseStatements(filter, summaries);
    if (statements) tests.push(({ statement }) => statements.has(statement));
    if (filter.tags.length > 0 || filter.untagged) tests.push(filterByTags(filter, tags));
    if (filter.note !== 'any') tests.push(({ note }) => (note.trim() !== '') === (filter.note === 'with'));
    if (filter.people.length > 0) {
      tests.push(({ people = [oneself] }) => people.some((person) => filter.people.includes(person)));
    }
    const words = foldText(filter.text)
      .split(/\s+/u)
      .filter((word) => word !== '');
    if (words.length > 0) {
      tests.push((highlight) => {
        const all = wordsOf(highlight);
        return words.every((word) => all.includes(word));
      });
    }
    return highlights.filter((highlight) => tests.every((test) => test(highlight)));
  };
}

/** Those of `highlights` that `filter` lets through, in the order they come. `createHighlightFilter` says how. */
export function filterHighlights(
  highlights: readonly PlacedHighlight[],
  filter: ExcerptFilter,
  sources: FilterSources,
): PlacedHighlight[] {
  return createHighlightFilter(sources)(highlights, filter);
}
