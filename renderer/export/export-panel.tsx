import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ExcerptContext, ExportFormat } from '../../core/export/excerpt.ts';
import type { CallInput } from '../../core/ipc-contract.ts';
import { type Option, OptionList } from '../controls/option-list.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useExportOutcome } from './use-export-outcome.ts';

interface ExportPanelProps {
  readonly count: number;
  readonly request: CallInput<'listExcerpts'>;
  readonly onContext: (context: ExcerptContext) => void;
}

/** How the excerpts go out: format, context, and the button that does it. */
export function ExportPanel({ count, request, onContext }: ExportPanelProps): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const report = useExportOutcome();
  const [format, setFormat] = useState<ExportFormat>('md');
  const [isBusy, setBusy] = useState(false);
  const formats: readonly Option<ExportFormat>[] = [
    { value: 'md', name: t`Markdown`, hint: t`.md, footnoted citations` },
    { value: 'csv', name: t`Spreadsheet`, hint: t`.csv, one row an excerpt` },
    { value: 'json', name: t`Data`, hint: t`.json, for programs` },
  ];
  const contexts: readonly Option<ExcerptContext>[] = [
    { value: 'none', name: t`None`, hint: t`the quotation alone` },
    { value: 'sentence', name: t`Sentence`, hint: t`the sentences it stands in` },
    { value: 'paragraph', name: t`Paragraph`, hint: t`the whole paragraph` },
  ];
  const run = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const exported = await call('exportExcerpts', { ...request, format });
    setBusy(false);
    report(exported, (excerpts) => plural(excerpts, { one: '# excerpt', other: '# excerpts' }));
  };
  return (
    <aside className="export-panel" aria-label={t`Export`}>
      <h2 className="pane-title">
        <Plural value={count} one="Export # excerpt" other="Export # excerpts" />
      </h2>
      <h3 className="pane-label">
        <Trans>Format</Trans>
      </h3>
      <OptionList label={t`Format`} value={format} options={formats} onChange={setFormat} />
      <h3 className="pane-label">
        <Trans>Context</Trans>
      </h3>
      <OptionList label={t`Context`} value={request.context} options={contexts} onChange={onContext} />
      <p className="pane-hint">
        <Trans>
          Each excerpt carries its exact words, tags, note, statement, publisher, date, paragraph, position and the
          SHA-256 of its source.
        </Trans>
      </p>
      <button
        type="button"
        className="button primary wide"
        aria-busy={isBusy}
        disabled={count === 0}
        onClick={() => void run()}
      >
        <Trans>Export</Trans>
      </button>
    </aside>
  );
}
