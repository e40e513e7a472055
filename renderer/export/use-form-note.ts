import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { ExportFormat } from '../../core/export/export-format.ts';

/** Words how the file of a format differs from the page that the preview shows; `null` where it does not. */
export function useFormNote(): (format: ExportFormat) => string | null {
  const { t } = useLingui();
  return useCallback(
    (format) => {
      if (format === 'xlsx') {
        return t`In the workbook every excerpt is a row, with a column for each thing said of it. Headings and connecting text are left out; a second sheet has the codebook.`;
      }
      if (format === 'csv') {
        return t`In the table every excerpt is a row, with a column for each thing said of it. Headings and connecting text are left out.`;
      }
      if (format === 'json') return t`In the file these are records for programs, with the positions of every word.`;
      if (format === 'txt') return t`In the file this is text without typefaces, with the citations at the end.`;
      if (format === 'ris' || format === 'bib' || format === 'csl') {
        return t`The file holds the cited statements, for a program that keeps references. No excerpt is in it.`;
      }
      return null;
    },
    [t],
  );
}
