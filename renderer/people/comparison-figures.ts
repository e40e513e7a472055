import type { TagComparison } from '../../core/exchange/sharing-shapes.ts';

/** Words for the columns of a comparison as a file, in their order, beginning with the tag. */
export interface ComparisonHead {
  readonly tag: string;
  readonly units: string;
  readonly both: string;
  readonly onlyA: string;
  readonly onlyB: string;
  readonly agreement: string;
  readonly kappa: string;
  readonly alpha: string;
  readonly remark: string;
}

type Figures = Omit<TagComparison, 'disagreements' | 'remark'> & { readonly remark: string };

/** The rows of a comparison as a table: a row for each tag below a head; numbers as computed, and nothing where there is none. */
export function tableOfComparison(
  head: ComparisonHead,
  rows: readonly Figures[],
): readonly (readonly (string | number)[])[] {
  return [
    [head.tag, head.units, head.both, head.onlyA, head.onlyB, head.agreement, head.kappa, head.alpha, head.remark],
    ...rows.map(({ path, units, both, onlyA, onlyB, agreement, kappa, alpha, remark }) => [
      path,
      units,
      both,
      onlyA,
      onlyB,
      agreement ?? '',
      kappa ?? '',
      alpha ?? '',
      remark,
    ]),
  ];
}

/** A part of all units as a share of 0 to 1; 0 where there are none. */
export const shareOf = (part: number, units: number): number => (units === 0 ? 0 : part / units);

/** Into how many steps 1 is divided where a share is shown, and where a coefficient is. */
const shareSteps = 10_000;
const coefficientSteps = 100;

/** A share as it is shown, to a hundredth of a per cent: what is not all is never shown as all, nor what is something as nothing. */
export function roundShare(share: number): number {
  if (share <= 0 || share >= 1) return share;
  return Math.min(Math.max(Math.round(share * shareSteps), 1), shareSteps - 1) / shareSteps;
}

/** A coefficient as it is shown, to two digits: what is less than full agreement is never shown as 1, and 0 has no sign. */
export function roundCoefficient(value: number): number {
  if (value >= 1) return value;
  // Adding 0 takes the sign from −0.
  return Math.min(Math.round(value * coefficientSteps), coefficientSteps - 1) / coefficientSteps + 0;
}

/** Who is compared: those chosen where they are there still and two, else the first two of whoever is there. */
export function choosePair(
  people: readonly string[],
  { a, b }: { readonly a: string | null; readonly b: string | null },
): { readonly a: string; readonly b: string } | null {
  const known = (person: string | null): string | null => (person !== null && people.includes(person) ? person : null);
  const second = known(b);
  const first = known(a) ?? people.find((person) => person !== second) ?? null;
  const other = second !== null && second !== first ? second : (people.find((person) => person !== first) ?? null);
  return first === null || other === null ? null : { a: first, b: other };
}
