import { type Coverage, coverageOf, type StatementExtent } from './coverage.ts';
import { type InsightSources, type MarkedStatement, markedStatements } from './insight-sources.ts';

/** A statement that can be read, with how much of it is highlighted. */
export interface CoveredStatement extends MarkedStatement {
  readonly coverage: Coverage;
}

/** How much of the collection is highlighted. */
export interface CollectionCoverage {
  /** Those with the largest share first, else in reading order. */
  readonly statements: readonly CoveredStatement[];
  /** 0 to 1, of all statements that can be read; 0 where there is no content. */
  readonly share: number;
  /** How many statements have a highlighted stretch. */
  readonly touched: number;
  readonly total: number;
  readonly more: number;
}

/** The coverage of all statements that `extents` knows; of these, the `limit` with the largest share are shown. */
export function collectionCoverage(
  sources: InsightSources,
  extents: readonly StatementExtent[],
  limit: number,
): CollectionCoverage {
  const known = new Map(extents.map((extent) => [extent.statement, extent]));
  const rank = new Map(sources.summaries.map(({ id }, index) => [id, index]));
  const every = markedStatements(sources)
    .flatMap((statement): CoveredStatement[] => {
      const extent = known.get(statement.id);
      return extent ? [{ ...statement, coverage: coverageOf(extent, statement.highlights) }] : [];
    })
    .sort((a, b) => b.coverage.share - a.coverage.share || (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  const sum = (read: (coverage: Coverage) => number): number =>
    every.reduce((total, { coverage }) => total + read(coverage), 0);
  const length = sum((coverage) => coverage.length);
  return {
    statements: every.slice(0, limit),
    share: length === 0 ? 0 : sum(({ covered }) => covered) / length,
    touched: every.filter(({ coverage }) => coverage.covered > 0).length,
    total: every.length,
    more: Math.max(0, every.length - limit),
  };
}
