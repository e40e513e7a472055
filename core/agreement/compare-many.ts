import type { Sentence } from '../sentence.ts';
import type { Coding } from './coding.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { type ComparisonScope, spansByTag, type Uncounted } from './spans-by-tag.ts';
import { sweepSpans } from './sweep-spans.ts';
import { whyUndefined } from './why-undefined.ts';

/** How the coding of several people with one tag agrees. */
export interface ManyAgreement {
  readonly tag: string;
  /** The path, as `detention/conditions`. */
  readonly path: string;
  /** How many units none of them tagged, one of them, two of them, and so on: code points, as `StatementMeasure` counts. */
  readonly unitsBy: readonly number[];
  /** `null` where it is not defined: `remark` says why. */
  readonly alpha: number | null;
  readonly remark: Sentence | null;
}

/** Several people, by the ids of their workspaces, each once, and what of their coding is compared. */
export interface ManyScope extends ComparisonScope {
  readonly people: readonly string[];
}

/** Compares how several people coded the same statements, as `compareCoding` does for two. */
export function compareMany(
  coding: Coding,
  { people, ...scope }: ManyScope,
): { readonly rows: readonly ManyAgreement[]; readonly uncounted: Uncounted } {
  const { rows, units, uncounted } = spansByTag(coding, people, scope);
  const compared = rows.map(({ tag, path, spans }): ManyAgreement => {
    const unitsBy = new Array<number>(people.length + 1).fill(0);
    for (const [{ unitsBefore }, own] of spans) {
      sweepSpans(own, (start, end, _, count) => {
        unitsBy[count] = (unitsBy[count] ?? 0) + unitsBefore(end) - unitsBefore(start);
      });
    }
    unitsBy[0] = units - unitsBy.reduce((sum, count) => sum + count, 0);
    const alpha = krippendorffAlpha(
      unitsBy.map((count, tagged) => ({ counts: [people.length - tagged, tagged], units: count })),
    );
    const remark = whyUndefined({ units, none: unitsBy[0], all: unitsBy.at(-1) ?? 0 });
    return { tag, path, unitsBy, alpha, remark };
  });
  return { rows: compared, uncounted };
}
