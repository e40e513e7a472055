import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import type { ExcerptContext, ExportFormat } from '../../core/export/excerpt.ts';
import type { CallInput } from '../../core/ipc-contract.ts';
import { useAttest } from '../state/use-attest.tsx';
import { useExportOutcome } from './use-export-outcome.ts';

interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly hint: string;
}

interface OptionsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

function Options<Value extends string>({ label, value, options, onChange }: OptionsProps<Value>): ReactNode {
  const id = useId();
  return (
    <RadioGroup className="options" aria-label={label} value={value} onValueChange={onChange}>
      {options.map((option) => (
        <label key={option.value} className="option" htmlFor={`${id}-${option.value}`}>
          <Radio.Root id={`${id}-${option.value}`} value={option.value} className="option-mark">
            <Radio.Indicator className="option-dot" />
          </Radio.Root>
          <span>
            <span className="option-name">{option.name}</span>
            <span className="faint">{option.hint}</span>
          </span>
        </label>
      ))}
    </RadioGroup>
  );
}

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
      <Options label={t`Format`} value={format} options={formats} onChange={setFormat} />
      <h3 className="pane-label">
        <Trans>Context</Trans>
      </h3>
      <Options label={t`Context`} value={request.context} options={contexts} onChange={onContext} />
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
