import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { ExportFormat } from '../../core/export/export-format.ts';

/** A format in words: its name, and in a few what it is good for. */
interface FormatWords {
  readonly value: ExportFormat;
  readonly name: string;
  readonly hint: string;
}

/** Formats that are good for the same kind of thing. */
export interface FormatGroup {
  readonly label: string;
  readonly formats: readonly FormatWords[];
}

/** The formats in groups, and the name of each. */
export function useExportFormats(): {
  readonly groups: readonly FormatGroup[];
  readonly nameOf: (format: ExportFormat) => string;
} {
  const { t } = useLingui();
  return useMemo(() => {
    const groups: readonly FormatGroup[] = [
      {
        label: t`Documents`,
        formats: [
          { value: 'docx', name: t`Word`, hint: t`to edit, real footnotes` },
          { value: 'pdf', name: 'PDF', hint: t`to print or hand over` },
          { value: 'html', name: t`Web page`, hint: t`one file, any browser` },
          { value: 'md', name: 'Markdown', hint: t`for notes and archives` },
          { value: 'txt', name: t`Plain text`, hint: t`to paste anywhere` },
        ],
      },
      {
        label: t`Tables and data`,
        formats: [
          { value: 'xlsx', name: 'Excel', hint: t`rows and codebook` },
          { value: 'csv', name: 'CSV', hint: t`rows, for any program` },
          { value: 'json', name: 'JSON', hint: t`everything, for scripts` },
        ],
      },
      {
        label: t`References`,
        formats: [
          { value: 'ris', name: 'RIS', hint: t`for Zotero, EndNote` },
          { value: 'bib', name: 'BibTeX', hint: t`for LaTeX` },
          { value: 'csl', name: 'CSL-JSON', hint: t`for Zotero, Pandoc` },
        ],
      },
    ];
    const names = new Map(groups.flatMap(({ formats }) => formats.map(({ value, name }) => [value, name] as const)));
    return { groups, nameOf: (format) => names.get(format) ?? format };
  }, [t]);
}
