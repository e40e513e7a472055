import { z } from 'zod';
import type { PlacedHighlight } from '../highlights/highlight.ts';
import type { Statement } from '../statements/statement.ts';
import { Passage } from '../text/passage.ts';

/** Where the words of a statement are: its blocks without website text, in text order. */
export const StatementExtent = z.object({ statement: z.string(), content: z.array(Passage) });
export type StatementExtent = z.infer<typeof StatementExtent>;

/** A stretch of a statement's content that highlights which overlap make together, in UTF-16 units from its beginning. */
export interface CoveredStretch {
  readonly start: number;
  readonly end: number;
  /** How many highlights. */
  readonly count: number;
}

/** How much of a statement is highlighted. Lengths are in UTF-16 units of its content: all blocks but website text. */
export interface Coverage {
  readonly statement: string;
  readonly length: number;
  readonly covered: number;
  /** 0 to 1; 0 where there is no content. */
  readonly share: number;
  /** In text order. */
  readonly stretches: readonly CoveredStretch[];
  /** Highlights that count, and those that do not: in website text alone, or without a place in the text as it is. */
  readonly counted: number;
  readonly outside: number;
  readonly unplaced: number;
}

/** The extent of a statement. */
export function extentOf({ summary, blocks }: Statement): StatementExtent {
  const content = blocks.filter(({ kind }) => kind !== 'furniture').map(({ start, end }) => ({ start, end }));
  return { statement: summary.id, content };
}

/** Prepares asking how many units of content lie before a position of the text. */
function contentBefore(content: readonly Passage[]): { length: number; before: (offset: number) => number } {
  const sums: number[] = [];
  let length = 0;
  for (const { start, end } of content) {
    sums.push(length);
    length += end - start;
  }
  const before = (offset: number): number => {
    let low = 0;
    let high = content.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((content[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const last = content[low - 1];
    return last ? (sums[low - 1] ?? 0) + Math.min(offset, last.end) - last.start : 0;
  };
  return { length, before };
}

/** How much of a statement its highlights cover, and where. Highlights of other statements are left out. */
export function coverageOf(extent: StatementExtent, highlights: readonly PlacedHighlight[]): Coverage {
  const { length, before } = contentBefore(extent.content);
  const own = highlights.filter(({ statement }) => statement === extent.statement);
  const anchored = own.flatMap(({ anchor }) => (anchor.state === 'anchored' ? [anchor] : []));
  const pieces = anchored
    .map(({ start, end }) => ({ start: before(start), end: before(end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const stretches: CoveredStretch[] = [];
  for (const { start, end } of pieces) {
    const last = stretches.at(-1);
    // Neighbours that only touch stay two.
    if (last && start < last.end) {
      stretches[stretches.length - 1] = { ...last, end: Math.max(last.end, end), count: last.count + 1 };
    } else {
      stretches.push({ start, end, count: 1 });
    }
  }
  const covered = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    statement: extent.statement,
    length,
    covered,
    share: length === 0 ? 0 : covered / length,
    stretches,
    counted: pieces.length,
    outside: anchored.length - pieces.length,
    unplaced: own.length - anchored.length,
  };
}
