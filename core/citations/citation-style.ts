import { z } from 'zod';

/** The citation styles; each is a CSL file in `resources/citation-styles`. */
export const CitationStyle = z.enum(['chicago', 'apa', 'mla', 'legal']);
export type CitationStyle = z.infer<typeof CitationStyle>;
