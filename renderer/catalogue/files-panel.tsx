import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CatalogueExchange } from './catalogue-exchange.tsx';
import { FixitySection } from './fixity-section.tsx';

interface FilesPanelProps {
  /** The statements that are selected, and those that are listed, by their ids. */
  readonly selected: readonly string[];
  readonly listed: readonly string[];
}

/** What is there of files: whether they are as they were left, and the catalogue itself for other programs. */
export function FilesPanel({ selected, listed }: FilesPanelProps): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <section className="files-section" aria-label={t`Check of the files`}>
        <h2 className="pane-title">
          <Trans>Check of the files</Trans>
        </h2>
        <FixitySection />
      </section>
      <section className="files-section" aria-label={t`Catalogue for other programs`}>
        <h2 className="pane-title">
          <Trans>Catalogue for other programs</Trans>
        </h2>
        <CatalogueExchange selected={selected} listed={listed} />
      </section>
    </>
  );
}
