import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, type RefObject, useMemo } from 'react';
import type { CitationStyle } from '../../core/citations/citation-style.ts';
import type { ExcerptContext } from '../../core/excerpts/excerpt.ts';
import type { ReportRequest, ReportSelection } from '../../core/report/report-request.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';
import { BeforeItLeaves } from './before-it-leaves.tsx';
import { ChoiceField } from './choice-field.tsx';
import { ExportProgress } from './export-progress.tsx';
import { useExporting } from './export-provider.tsx';
import { FormatChoice } from './format-choice.tsx';
import { isReferences } from './format-kinds.ts';
import { ReportPreview } from './report-preview.tsx';
import { useExportFormats } from './use-export-formats.ts';
import { useReportPreview } from './use-report-preview.ts';

interface ExportFormProps {
  readonly selection: ReportSelection;
  /** The button that exports. */
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** Whether Enter is for the element that has the focus, so that it must not export. */
function takesEnter(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input:not([type=radio]), textarea, select') !== null;
}

/** The choices on the left, what will come out on the right, and the button that does it. */
export function ExportForm({ selection, button, onClose }: ExportFormProps): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const { nameOf } = useExportFormats();
  const { choices, choose, job, start } = useExporting();
  const { format, context, hasNotes, hasAuthor } = choices;
  const { citationStyle: style } = session.settings;
  const withheld = useMemo(
    () => choices.withheld.map((name) => name.trim()).filter((name) => name !== ''),
    [choices.withheld],
  );
  const request = useMemo<ReportRequest>(
    () => ({ selection, options: { context, style, hasNotes, hasAuthor, withheld } }),
    [selection, context, style, hasNotes, hasAuthor, withheld],
  );
  const preview = useReportPreview(request);
  const { head, isBusy, fault } = preview;
  const contexts: readonly { readonly value: ExcerptContext; readonly name: string }[] = [
    { value: 'none', name: t`None: the quotation alone` },
    { value: 'sentence', name: t`Sentence: the rest of its sentences` },
    { value: 'paragraph', name: t`Paragraph: the whole of it` },
  ];
  const styles: readonly { readonly value: CitationStyle; readonly name: string }[] = [
    { value: 'chicago', name: t`Chicago, notes` },
    { value: 'apa', name: 'APA' },
    { value: 'mla', name: 'MLA' },
    { value: 'legal', name: t`Legal, as in the Bluebook` },
  ];
  const chooseStyle = async (citationStyle: CitationStyle): Promise<void> => {
    const changed = await call('changeSettings', { citationStyle });
    if (!changed.ok) notify.fault(changed.fault);
  };
  const isReady = job === null && fault === null;
  const run = async (): Promise<void> => {
    if (isReady && (await start(request))) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || takesEnter(event.target)) return;
    event.preventDefault();
    void run();
  };
  const isReference = isReferences(format);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter is the button's shortcut, wherever the focus is
    <div className="export-form" onKeyDown={onKeyDown}>
      <div className="export-choices">
        <FormatChoice value={format} onChange={(next) => choose({ format: next })} />
        {isReference ? null : (
          <section className="choices" aria-label={t`How it is written`}>
            <ChoiceField
              label={t`Context`}
              value={context}
              options={contexts}
              onChange={(next) => choose({ context: next })}
            />
            <ChoiceField
              label={t`Citation style`}
              value={style}
              options={styles}
              onChange={(next) => void chooseStyle(next)}
            />
          </section>
        )}
        <BeforeItLeaves selection={selection} found={head && !isBusy ? head.withheld : null} />
      </div>
      <div className="export-preview">
        <ReportPreview preview={preview} format={format} />
        <footer className="export-foot">
          <p className="export-count" role="status">
            {isBusy ? (
              <Trans>Preparing the preview…</Trans>
            ) : head ? (
              <>
                {isReference ? null : (
                  <>
                    <Plural value={head.excerptCount} one="# excerpt" other="# excerpts" />{' '}
                  </>
                )}
                {isReference ? (
                  <Plural value={head.sources.length} one="# cited statement" other="# cited statements" />
                ) : (
                  <Plural value={head.sources.length} one="from # statement" other="from # statements" />
                )}
              </>
            ) : null}
          </p>
          <ExportProgress />
          <button
            ref={button}
            type="button"
            className="button primary export-button"
            aria-disabled={!isReady}
            aria-busy={job !== null}
            onClick={() => void run()}
          >
            <Trans>Export to {nameOf(format)}</Trans>
          </button>
        </footer>
      </div>
    </div>
  );
}
