import type { Sentence } from '../sentence.ts';
import { type Utf16Offset, utf16 } from '../text/offsets.ts';
import type { Coding } from './coding.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import type { StatementMeasure } from './measure-statement.ts';
import { type ComparisonScope, spansByTag, type TagSpans, type Uncounted } from './spans-by-tag.ts';
import { sweepSpans } from './sweep-spans.ts';
import { whyUndefined } from './why-undefined.ts';

/** A passage that one of two people tagged and the other did not, as long as it goes on; UTF-16 offsets. */
export interface Disagreement {
  readonly statement: string;
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
  readonly by: 'a' | 'b';
}

/** How two people's coding with one tag agrees. */
export interface TagAgreement {
  readonly tag: string;
  /** The path, as `detention/conditions`. */
  readonly path: string;
  /** Units of all text compared, and of what both, or only one of them, tagged: code points, as `StatementMeasure` counts. */
  readonly units: number;
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** The share of units that both or neither tagged, 0 to 1; `null` without text. */
  readonly agreement: number | null;
  /** `null` where they are not defined: `remark` says why. */
  readonly kappa: number | null;
  readonly alpha: number | null;
  readonly remark: Sentence | null;
  /** In the order of the statements, and in text order. */
  readonly disagreements: readonly Disagreement[];
}

/** Two people, by the ids of their workspaces, and what of their coding is compared. */
export interface PairScope extends ComparisonScope {
  readonly a: string;
  readonly b: string;
}

/** How two people's coding agrees, tag by tag in tree order, and what could not be counted. */
export interface CodingComparison {
  readonly rows: readonly TagAgreement[];
  readonly uncounted: Uncounted;
}

interface Stretch extends Disagreement {
  readonly units: number;
}

/** Puts a stretch to the last one where it goes on from there. */
function extend(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  const goesOn = last?.statement === next.statement && last.by === next.by && last.end === next.start;
  if (last && goesOn) stretches[stretches.length - 1] = { ...last, end: next.end, units: last.units + next.units };
  else stretches.push(next);
}

function compareTag(
  { tag, path, spans }: TagSpans,
  statements: readonly StatementMeasure[],
  units: number,
): TagAgreement {
  let both = 0;
  const stretches: Stretch[] = [];
  for (const measure of statements) {
    const { statement, unitsBefore } = measure;
    sweepSpans(spans.get(measure) ?? [], (start, end, hasSpan) => {
      const weight = unitsBefore(end) - unitsBefore(start);
      if (hasSpan(0) && hasSpan(1)) both += weight;
      else
        extend(stretches, {
          statement,
          start: utf16(start),
          end: utf16(end),
          by: hasSpan(0) ? 'a' : 'b',
          units: weight,
        });
    });
  }
  const only = (who: Disagreement['by']): number =>
    stretches.reduce((sum, stretch) => (stretch.by === who ? sum + stretch.units : sum), 0);
  const [onlyA, onlyB] = [only('a'), only('b')];
  const none = units - both - onlyA - onlyB;
  return {
    tag,
    path,
    units,
    both,
    onlyA,
    onlyB,
    agreement: units === 0 ? null : (both + none) / units,
    kappa: cohenKappa([
      [both, onlyA],
      [onlyB, none],
    ]),
    alpha: krippendorffAlpha([
      { counts: [0, 2], units: both },
      { counts: [1, 1], units: onlyA + onlyB },
      { counts: [2, 0], units: none },
    ]),
    remark: whyUndefined({ units, none, all: both }),
    disagreements: stretches
      .filter((stretch) => stretch.units > 0)
      .map(({ statement, start, end, by }) => ({ statement, start, end, by })),
  };
}

/**
 * Compares how two people coded the same statements, tag by tag: every unit of the text is one that each of them tagged, or did not.
 * It is what other programs for qualitative work compare by, and it has their weakness: characters next to each other
 * are not independent of each other, so that the figures say how alike two codings are, and are no test of significance.
 * A tag that neither of them put on anywhere has no row.
 */
export function compareCoding(coding: Coding, { a, b, ...scope }: PairScope): CodingComparison {
  const { rows, statements, units, uncounted } = spansByTag(coding, [a, b], scope);
  return { rows: rows.map((row) => compareTag(row, statements, units)), uncounted };
}
