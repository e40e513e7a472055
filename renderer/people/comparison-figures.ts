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
