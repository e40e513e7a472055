import type { ReportExcerpt } from '../report/report.ts';

/** Of an id made by chance, enough that two of ten thousand hardly ever agree. */
const labelLength = 12;

const bare = (id: string): string => id.toLowerCase().replace(/[^a-z0-9]/gu, '');

/**
 * A label for each excerpt, by its number: short, made of `a-z`, `0-9` and `-`, unique in the document whatever the case,
 * and from the id of its highlight, so that it is the same in every export. The second time a highlight is quoted its label
 * ends with `-2`.
 */
export function labelExcerpts(excerpts: readonly Pick<ReportExcerpt, 'number' | 'id'>[]): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  const labels = new Map<number, string>();
  for (const { number, id } of excerpts) {
    const stem = bare(id).slice(-labelLength) || 'excerpt';
    let label = stem;
    for (let copy = 2; taken.has(label); copy += 1) label = `${stem}-${copy}`;
    taken.add(label);
    labels.set(number, label);
  }
  return labels;
}
