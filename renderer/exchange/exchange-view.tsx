import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useFileDrops } from '../controls/use-file-drops.ts';
import { HistoryControl } from '../history/history-control.tsx';
import { PeopleSection } from '../people/people-section.tsx';
import { ExportWorkPanel } from './export-work-panel.tsx';
import { ImportFoot } from './import-foot.tsx';
import { useImporting } from './import-provider.tsx';
import { ImportReading } from './import-reading.tsx';
import { ImportReview } from './import-review.tsx';
import { ImportStart } from './import-start.tsx';
import { SharedFolderSection } from './shared-folder-section.tsx';

/** Work on its way in, to be looked at item by item, and beside it the way out. */
export function ExchangeView(): ReactNode {
  const { reading, open, takesDrops, drop } = useImporting();
  const take = useCallback((dropped: DataTransfer) => drop([...dropped.files]), [drop]);
  const isBusy = reading !== null || open?.stage === 'taking';
  const isOver = useFileDrops(takesDrops && !isBusy ? take : null);
  const main = useRef<HTMLElement>(null);
  const isStart = reading === null && open === null;
  const wasStart = useRef(isStart);
  // What was left or done is gone, with the button that had the focus.
  useEffect(() => {
    if (isStart && !wasStart.current) main.current?.querySelector<HTMLElement>('[data-import-button]')?.focus();
    wasStart.current = isStart;
  }, [isStart]);
  return (
    <>
      <main ref={main} className="reader exchange" data-over={isOver}>
        <header className="reader-bar">
          <h1 className="reader-bar-title">
            <Trans>Exchange</Trans>
          </h1>
          <HistoryControl />
        </header>
        <div className="excerpts-scroll">
          <div className="excerpts">
            {reading ? (
              <ImportReading reading={reading} />
            ) : open ? (
              <ImportReview open={open} />
            ) : (
              <>
                <ImportStart isOver={isOver} />
                <SharedFolderSection />
                <PeopleSection />
              </>
            )}
          </div>
        </div>
        {open && !reading ? <ImportFoot open={open} /> : null}
      </main>
      <ExportWorkPanel />
    </>
  );
}
