import type { CslItem } from '../citations/csl-item.ts';
import { cslItemOf } from '../citations/csl-item-of.ts';
import type { CatalogueEntry } from './catalogue-change.ts';

/** The catalogue of `entries` as a file of CSL-JSON: a list of works, as reference managers import it. */
export function writeCatalogueCsl(entries: readonly CatalogueEntry[]): string {
  const items: readonly CslItem[] = entries.map(cslItemOf);
  return `${JSON.stringify(items, null, 2)}\n`;
}
