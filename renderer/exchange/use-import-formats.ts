import { useLingui } from '@lingui/react/macro';
import type { ImportFormat } from '../../core/exchange/incoming.ts';

/** Words for what kind of file was read. */
export function useImportFormats(): Readonly<Record<ImportFormat, string>> {
  const { t } = useLingui();
  return {
    attest: t`Attest archive`,
    'web-annotation': t`Web Annotations`,
    qdpx: t`REFI-QDA project`,
    qdc: t`REFI-QDA codebook`,
    taguette: t`Taguette project`,
    'codebook-csv': t`codebook as CSV`,
  };
}
