import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { EmptyState } from '../controls/empty-state.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { DossierBar } from './dossier-bar.tsx';
import { DossierItems } from './dossier-items.tsx';
import { DossierList } from './dossier-list.tsx';

interface DossiersViewProps {
  /** The dossier that was opened last; it may be gone. */
  readonly chosen: string | null;
  readonly onChoose: (dossier: string) => void;
  /** Opens a highlight in the reader. */
  readonly onOpen: (highlight: string) => void;
  readonly onShowExcerpts: () => void;
}

/** The dossiers on the left, and the open one: what stands in it, in order, and the way out. */
export function DossiersView({ chosen, onChoose, onOpen, onShowExcerpts }: DossiersViewProps): ReactNode {
  const { session } = useAttest();
  const { dossiers, highlights } = session;
  const dossier = dossiers.find(({ id }) => id === chosen) ?? dossiers[0] ?? null;
  const [isNaming, setNaming] = useState(false);
  const [isExporting, setExporting] = useState(false);
  /** The name of a dossier that has been started and is not here yet. */
  const [expected, setExpected] = useState<string | null>(null);
  const arrived = dossiers.find(({ name }) => name === expected)?.id;
  useEffect(() => {
    if (arrived === undefined) return;
    setExpected(null);
    onChoose(arrived);
  }, [arrived, onChoose]);
  const id = dossier?.id;
  const known = useKnownCommands();
  useCommands([
    {
      ...known['excerpts.export'],
      isAvailable: dossier !== null && dossier.items.length > 0,
      run: () => setExporting(true),
    },
  ]);
  const selection = useMemo(
    () => (isExporting && id !== undefined ? ({ of: 'dossier', dossier: id } as const) : null),
    [isExporting, id],
  );
  return (
    <>
      <DossierList
        open={dossier?.id ?? null}
        onOpen={onChoose}
        isNaming={isNaming}
        onNaming={setNaming}
        onCreated={setExpected}
      />
      <main className="reader">
        <DossierBar dossier={dossier} onExport={() => setExporting(true)} />
        {dossier ? (
          <DossierItems key={dossier.id} dossier={dossier} onOpen={onOpen} onShowExcerpts={onShowExcerpts} />
        ) : (
          <EmptyState
            actions={
              <>
                <button type="button" className="button" onClick={() => setNaming(true)}>
                  <Trans>Begin a dossier</Trans>
                </button>
                {highlights.length > 0 ? (
                  <button type="button" className="button" onClick={onShowExcerpts}>
                    <Trans>Go to the excerpts</Trans>
                  </button>
                ) : null}
              </>
            }
          >
            <Trans>
              There is no dossier yet. A dossier is a selection of excerpts for one report, in your order, with headings
              and your own text between them.
            </Trans>
          </EmptyState>
        )}
      </main>
      <ExportDialog selection={selection} onClose={() => setExporting(false)} />
    </>
  );
}
