import type { Tag } from '../tags/tag.ts';
import { inTreeOrder } from '../tags/tag-tree.ts';
import type { Coding } from './coding.ts';
import type { StatementMeasure } from './measure-statement.ts';
import type { PersonSpan } from './sweep-spans.ts';

/** What is compared: in which statements, and whether a tag has what the tags under it are on. */
export interface ComparisonScope {
  readonly statements: readonly StatementMeasure[];
  /** All tags of the workspace. */
  readonly tags: readonly Tag[];
  readonly hasSubTags: boolean;
}

/** A tag that somebody of those compared put on, with their spans in the statements compared. */
export interface TagSpans {
  readonly tag: string;
  /** The path, as `detention/conditions`. */
  readonly path: string;
  readonly spans: ReadonlyMap<StatementMeasure, readonly PersonSpan[]>;
}

/** Highlights of those compared, in the statements compared, that no figure has. */
export interface Uncounted {
  /** They have no place in the text as it is. */
  readonly unplaced: number;
  /** They lie in website text alone. */
  readonly outside: number;
}

/** The tags that each tag counts for: itself, and with sub-tags all those above it. */
function linesOf(tags: readonly Tag[], hasSubTags: boolean) {
  const line: string[] = [];
  return inTreeOrder(tags).map(({ tag, depth, path }) => {
    line.splice(depth, line.length, tag.id);
    return { tag: tag.id, path, line: hasSubTags ? [...line] : [tag.id] };
  });
}

/** The spans of `people`, by tag, in tree order, and the statements, each once. A tag that none of them put on anywhere is left out. */
export function spansByTag(
  coding: Coding,
  people: readonly string[],
  { statements, tags, hasSubTags }: ComparisonScope,
) {
  const tree = linesOf(tags, hasSubTags);
  const lines = new Map(tree.map(({ tag, line }) => [tag, line]));
  const measures = new Map(statements.map((measure) => [measure.statement, measure]));
  const used = new Map<string, Map<StatementMeasure, PersonSpan[]>>();
  const [unplaced, outside] = [new Set<string>(), new Set<string>()];
  for (const { person, highlight, statement, tag, start, end } of coding.spans) {
    if (!people.includes(person)) continue;
    const measure = measures.get(statement);
    if (measure && measure.unitsBefore(start) === measure.unitsBefore(end)) outside.add(highlight);
    for (const above of lines.get(tag) ?? []) {
      const byStatement = used.get(above) ?? new Map<StatementMeasure, PersonSpan[]>();
      used.set(above, byStatement);
      if (!measure) continue;
      const spans = byStatement.get(measure) ?? [];
      byStatement.set(measure, spans);
      for (const [place, id] of people.entries()) if (id === person) spans.push({ person: place, start, end });
    }
  }
  for (const { person, highlight, statement } of coding.unplaced) {
    if (people.includes(person) && measures.has(statement)) unplaced.add(highlight);
  }
  const rows = tree.flatMap(({ tag, path }): TagSpans[] => {
    const spans = used.get(tag);
    return spans ? [{ tag, path, spans }] : [];
  });
  const uncounted: Uncounted = { unplaced: unplaced.size, outside: outside.size };
  const compared = [...measures.values()];
  return { rows, statements: compared, units: compared.reduce((sum, { units }) => sum + units, 0), uncounted };
}
