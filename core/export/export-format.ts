import { z } from 'zod';

/** The formats of an export, by the usual extension of their files; `csl` is CSL-JSON and `bib` BibTeX. */
export const ExportFormat = z.enum(['docx', 'pdf', 'html', 'md', 'txt', 'xlsx', 'csv', 'json', 'ris', 'bib', 'csl']);
export type ExportFormat = z.infer<typeof ExportFormat>;
