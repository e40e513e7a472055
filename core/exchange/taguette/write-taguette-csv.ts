import { writeTable } from '../../export/csv.ts';
import { inTreeOrder } from '../../tags/tag-tree.ts';
import { inTaggingOrder } from '../../workspace/traced-fields.ts';
import { foldTags } from '../fold-tags.ts';
import { isAlive, type Work } from '../work.ts';
import { codebookColumns, highlightColumns } from './codebook-columns.ts';

interface TaggedQuote {
  readonly id: string;
  readonly statement: string;
  readonly title: string;
  readonly start: number;
  readonly quote: string;
  readonly tags: readonly string[];
}

/** By code units, so that a file is the same on every system. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function pathsOf(work: Work): ReadonlyMap<string, { readonly path: string; readonly description: string }> {
  const tags = [...foldTags(work.tags).values()];
  return new Map(inTreeOrder(tags, byCode).map(({ tag, path }) => [tag.id, { path, description: tag.description }]));
}

/** The highlights that are there, statement by statement in reading order. */
function quotesOf({ highlights, sources }: Work): TaggedQuote[] {
  return Object.entries(highlights)
    .flatMap(([id, record]): TaggedQuote[] => {
      const place = record.fields.place?.value;
      if (!isAlive(record) || !place) return [];
      const { statement, selector } = place;
      const title = Object.hasOwn(sources, statement) ? (sources[statement]?.title ?? statement) : statement;
      const tags = inTaggingOrder(Object.entries(record.tags).filter(([, { on }]) => on));
      return [{ id, statement, title, start: selector.start, quote: selector.quote, tags }];
    })
    .sort((a, b) => byCode(a.statement, b.statement) || a.start - b.start || byCode(a.id, b.id));
}

/** The tags of `work` as a table that Taguette imports: their paths, with “/” between a tag and its sub-tags, and descriptions. */
export function writeCodebookCsv(work: Work): string {
  const counts = new Map<string, { highlights: number; readonly statements: Set<string> }>();
  for (const { statement, tags } of quotesOf(work)) {
    for (const tag of tags) {
      const count = counts.get(tag) ?? { highlights: 0, statements: new Set() };
      count.highlights += 1;
      count.statements.add(statement);
      counts.set(tag, count);
    }
  }
  const rows = [...pathsOf(work)].map(([id, { path, description }]) => {
    const count = counts.get(id);
    return [path, description, count?.highlights ?? 0, count?.statements.size ?? 0];
  });
  return writeTable([codebookColumns, ...rows]);
}

/** The highlights of `work` as a table like Taguette's: a row for every tag of each, and one for a highlight without. */
export function writeHighlightsCsv(work: Work): string {
  const paths = pathsOf(work);
  const rows = quotesOf(work).flatMap(({ id, title, quote, tags }) => {
    const named = tags.flatMap((tag) => paths.get(tag)?.path ?? []);
    return (named.length === 0 ? [''] : named).map((path) => [id, title, path, quote]);
  });
  return writeTable([highlightColumns, ...rows]);
}
