import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CitationStyle } from '../../../../core/citations/citation-style.ts';

/** The CSL of every style, as text. */
export type CitationStyles = Readonly<Record<CitationStyle, string>>;

const files: Readonly<Record<CitationStyle, string>> = {
  chicago: 'chicago-fullnote-bibliography.csl',
  apa: 'apa.csl',
  mla: 'modern-language-association.csl',
  legal: 'bluebook-law-review.csl',
};

/** Reads the styles in the folder `citation-styles` of the program's resources. A file that is not there throws. */
export async function loadCitationStyles(resources: string): Promise<CitationStyles> {
  const read = (style: CitationStyle): Promise<string> =>
    readFile(join(resources, 'citation-styles', files[style]), 'utf8');
  const [chicago, apa, mla, legal] = await Promise.all([read('chicago'), read('apa'), read('mla'), read('legal')]);
  return { chicago, apa, mla, legal };
}
