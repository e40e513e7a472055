import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { WorkFormat } from '../../core/exchange/exchange-shapes.ts';
import type { Option } from '../controls/option-list.tsx';

/** The formats that work is exported to, each with what it is for; the one that loses nothing first. */
export function useWorkFormats(): readonly Option<WorkFormat>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        value: 'attest',
        name: t`Attest archive`,
        hint: t`For a colleague with Attest, or to keep: everything, with the statements themselves.`,
      },
      {
        value: 'web-annotation',
        name: t`Web Annotations`,
        hint: t`The open standard of the web: everything but the statements.`,
      },
      {
        value: 'qdpx',
        name: t`REFI-QDA project`,
        hint: t`For NVivo, ATLAS.ti, MAXQDA and QualCoder: statements, tags, highlights and notes.`,
      },
      { value: 'qdc', name: t`REFI-QDA codebook`, hint: t`For the same programs: the tags alone.` },
      {
        value: 'taguette-highlights',
        name: t`Taguette highlights`,
        hint: t`A table with a row for each tag of each highlight.`,
      },
      {
        value: 'taguette-codebook',
        name: t`Taguette codebook`,
        hint: t`A table of the tags, which Taguette and spreadsheets read.`,
      },
    ],
    [t],
  );
}
