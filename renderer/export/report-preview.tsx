import { Trans, useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ExportFormat } from '../../core/export/export-format.ts';
import type { ReportPreview as Preview } from '../../core/ipc-contract.ts';
import type { ReportSource } from '../../core/report/report.ts';
import { measureRow } from '../controls/measure-row.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { isReferences } from './format-kinds.ts';
import { CitationWords, PreviewPart } from './preview-part.tsx';
import { PreviewWarnings } from './preview-warnings.tsx';
import { useFormNote } from './use-form-note.ts';
import type { LoadedPreview } from './use-report-preview.ts';

interface ReportPreviewProps {
  readonly preview: LoadedPreview;
  readonly format: ExportFormat;
}

/** The height of a row before it has been measured, in pixels. */
const estimatedRowPx = 150;

function ReportHead({ head, format }: { readonly head: Preview; readonly format: ExportFormat }): ReactNode {
  const note = useFormNote()(format);
  return (
    <header className="report-head">
      {note === null ? null : <p className="report-form">{note}</p>}
      <h3 className="report-title" dir="auto">
        {head.title}
      </h3>
      {head.author === null ? null : <p className="report-author">{head.author}</p>}
    </header>
  );
}

/** A source in the table at the end; of references, its entry is all there is. */
function SourceRow(props: { readonly source: ReportSource; readonly isReference: boolean }): ReactNode {
  const { source, isReference } = props;
  const wordDate = useDateWords();
  if (isReference) {
    return (
      <p className="report-entry" dir="auto">
        <CitationWords citation={source.entry} />
      </p>
    );
  }
  const { title, publisher, date, sha256 } = source;
  return (
    <div className="report-source" data-testid="preview-source">
      <span className="report-source-title" dir="auto">
        {title}
      </span>
      <span className="faint">{[publisher, wordDate(date === '' ? null : date)].filter(Boolean).join(', ')}</span>
      <code className="report-sha">SHA-256 {sha256}</code>
    </div>
  );
}

/** What will come out: title, parts, and the sources with their fingerprints. Only what is in sight is there. */
export function ReportPreview({ preview, format }: ReportPreviewProps): ReactNode {
  const { t } = useLingui();
  const { head, partAt, want, findExcerpt, isBusy, fault } = preview;
  const scroller = useRef<HTMLElement>(null);
  const isReference = isReferences(format);
  const partCount = head && !isReference ? head.partCount : 0;
  const sources = head?.sources ?? [];
  // The title; the parts; the heading of the sources; the sources.
  const firstSource = partCount + 2;
  const list = useVirtualizer({
    count: head ? firstSource + sources.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedRowPx,
    measureElement: measureRow,
    overscan: 4,
  });
  const items = list.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => {
    if (partCount > 0) want(first - 1, last - 1);
  }, [want, first, last, partCount]);
  const jump = async (number: number): Promise<void> => {
    const at = await findExcerpt(number);
    if (at !== null) list.scrollToIndex(at + 1, { align: 'start' });
  };
  const row = (index: number): ReactNode => {
    if (!head) return null;
    if (index === 0) return <ReportHead head={head} format={format} />;
    if (index <= partCount) {
      const part = partAt(index - 1);
      return part ? <PreviewPart part={part} sources={sources} /> : <p className="report-waiting">…</p>;
    }
    if (index === partCount + 1) {
      return (
        <h4 className="report-heading" data-level={1}>
          {isReference ? <Trans>References</Trans> : <Trans>Sources</Trans>}
        </h4>
      );
    }
    const source = sources[index - firstSource];
    return source ? <SourceRow source={source} isReference={isReference} /> : null;
  };
  return (
    <div className="preview">
      {head && !isReference ? (
        <PreviewWarnings warnings={head.warnings} onJump={(number) => void jump(number)} />
      ) : null}
      <section
        ref={scroller}
        className="preview-scroll"
        aria-label={t`Preview`}
        aria-busy={isBusy}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        data-testid="preview"
      >
        {fault === null ? null : <p className="empty">{fault}</p>}
        {head === null && isBusy ? (
          <p className="empty">
            <Trans>Preparing the preview…</Trans>
          </p>
        ) : null}
        <div className="report" style={{ height: list.getTotalSize() }}>
          {items.map((item) => (
            <div
              key={item.key}
              ref={list.measureElement}
              className="report-row"
              data-index={item.index}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row(item.index)}
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}
