import type { CslItem } from '../../../../core/citations/csl-item.ts';
import { writeBibtex } from './write-bibtex.ts';
import { writeRis } from './write-ris.ts';

/** Sources for reference managers, in the order given and each id once: in RIS, BibTeX or CSL-JSON. */
export function writeReferences(format: 'ris' | 'bib' | 'csl', items: readonly CslItem[]): string {
  const once = [...new Map(items.map((item) => [item.id, item])).values()];
  if (format === 'ris') return writeRis(once);
  return format === 'bib' ? writeBibtex(once) : `${JSON.stringify(once, null, 2)}\n`;
}
