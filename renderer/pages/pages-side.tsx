import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useCallback, useRef } from 'react';
import type { Statement } from '../../core/statements/statement.ts';
import { utf16 } from '../../core/text/offsets.ts';
import type { Passage } from '../../core/text/passage.ts';
import { loadLater } from '../controls/load-later.tsx';
import { PaneSeparator } from '../panes/pane-separator.tsx';
import { usePanes } from '../panes/use-panes.tsx';
import type { TextMap } from '../reader/text-map.ts';
import type { PageStarts } from './use-page-starts.ts';
import { useTextPage } from './use-text-page.ts';

const PagesPane = loadLater(async () => (await import('./pages-pane.tsx')).PagesPane);

/** Pixels above the words that a page begins with, when it leads the text there. */
const headroomPx = 32;

interface PagesSideProps {
  readonly statement: Statement;
  readonly starts: PageStarts;
  /** What scrolls the text. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly mapOf: () => TextMap | null;
  /** Brings a passage of the text into sight. */
  readonly reveal: (passage: Passage) => void;
}

/** The pages of a statement beside its text, or under it in a narrow column. */
export function PagesSide({ statement, starts, scroller, mapOf, reveal }: PagesSideProps): ReactNode {
  const { show } = usePanes();
  const { t } = useLingui();
  const pane = useRef<HTMLElement>(null);
  const { pages, bytes } = starts;
  const wanted = useTextPage(scroller, mapOf, pages);
  const close = (): void => {
    const reader = pane.current?.closest('.reader');
    show({ arePagesShown: false });
    reader?.querySelector<HTMLElement>('[data-pages-button]')?.focus();
  };
  const lead = useCallback(
    (index: number): void => {
      const page = pages[index];
      const frame = scroller.current;
      if (!page || !frame) return;
      const passage = { start: utf16(page.start), end: utf16(page.start + 1) };
      reveal(passage);
      const rect = mapOf()?.rangesOf(passage)[0]?.getBoundingClientRect();
      if (rect) frame.scrollBy({ top: rect.top - frame.getBoundingClientRect().top - headroomPx });
    },
    [pages, scroller, mapOf, reveal],
  );
  return (
    <section className="pages-side" ref={pane} aria-label={t`Pages of the file`} data-testid="pages">
      <PaneSeparator size="pagesWidth" label={t`Width of the pages`} pane={pane} onHide={close} />
      <PagesPane
        statement={statement.summary.id}
        text={statement.sha256}
        bytes={bytes}
        pages={pages}
        wanted={wanted}
        onLead={lead}
        onClose={close}
      />
    </section>
  );
}
