import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { filterHighlights } from '../../core/excerpts/filter-highlights.ts';
import type { WorkFormat } from '../../core/exchange/exchange-shapes.ts';
import type { ReportLine } from '../../core/exchange/incoming.ts';
import { OptionList } from '../controls/option-list.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { useSentence } from '../controls/use-sentence.ts';
import { useFilterWords } from '../excerpts/use-filter-words.ts';
import { ChoiceField } from '../export/choice-field.tsx';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { useImporting } from './import-provider.tsx';
import { OwnNameField } from './own-name-field.tsx';
import { ReportLines } from './report-lines.tsx';
import { useWorkFormats } from './use-work-formats.ts';
import { isCodebook, mayHavePrivateNotes } from './work-formats.ts';

interface Outcome {
  readonly format: WorkFormat;
  readonly lines: readonly ReportLine[];
}

/** How the whole workspace, or what the excerpts show of it, goes out for a colleague or another program. */
export function ExportWorkPanel(): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const { here } = useNavigation();
  const { exportAsked, settleExport } = useImporting();
  const tell = useSentence();
  const report = useExportOutcome();
  const formats = useWorkFormats();
  const filterWords = useFilterWords()(here.filter);
  const [format, setFormat] = useState<WorkFormat>('attest');
  const [what, setWhat] = useState<'everything' | 'shown'>('everything');
  const [hasPrivateNotes, setPrivateNotes] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (exportAsked === 0) return;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
    settleExport();
  }, [exportAsked, settleExport]);
  const { highlights, statements, tags } = session;
  const isFiltered = filterWords.length > 0;
  const shown = useMemo(
    () => filterHighlights(highlights, here.filter, { summaries: statements, tags }),
    [highlights, here.filter, statements, tags],
  );
  const isPart = isFiltered && what === 'shown';
  const mayBePrivate = mayHavePrivateNotes(format) && highlights.some(({ isNotePrivate }) => isNotePrivate);
  const name = formats.find(({ value }) => value === format)?.name ?? format;
  const run = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setOutcome(null);
    const exported = await call('exportWork', {
      format,
      highlights: isPart ? shown.map(({ id }) => id) : null,
      hasPrivateNotes: mayBePrivate && hasPrivateNotes,
    });
    setBusy(false);
    report(exported, (count) =>
      isCodebook(format) ? t`The codebook` : plural(count, { one: '# highlight', other: '# highlights' }),
    );
    if (exported.ok && exported.value.outcome !== 'cancelled')
      setOutcome({ format, lines: exported.value.lines ?? [] });
  };
  const allCount = plural(highlights.length, { one: '# highlight', other: '# highlights' });
  const shownCount = plural(shown.length, { one: '# excerpt', other: '# excerpts' });
  return (
    <aside className="export-panel export-work" aria-label={t`Export work`}>
      <h2 ref={heading} className="pane-title" tabIndex={-1}>
        <Trans>Export work</Trans>
      </h2>
      <p className="pane-hint">
        <Trans>
          A file of your highlights, notes and tags, to be worked on elsewhere. Your own work stays as it is.
        </Trans>
      </p>
      <OptionList
        label={t`Format`}
        value={format}
        options={formats}
        onChange={(next) => {
          setFormat(next);
          setOutcome(null);
        }}
      />
      {isFiltered ? (
        <>
          <ChoiceField
            label={t`What goes out`}
            value={what}
            options={[
              { value: 'everything', name: t`Everything: ${allCount}` },
              { value: 'shown', name: t`What the excerpts view shows: ${shownCount}` },
            ]}
            onChange={setWhat}
          />
          {isPart ? <p className="pane-hint export-work-filter">{filterWords.join('; ')}</p> : null}
        </>
      ) : (
        <p className="pane-hint">
          <Trans>Everything goes out: {allCount}. To export a part, filter the excerpts first.</Trans>
        </p>
      )}
      {isCodebook(format) || format === 'taguette-highlights' ? null : <OwnNameField />}
      {mayBePrivate ? (
        <SwitchField label={t`With my private notes`} isOn={hasPrivateNotes} onChange={setPrivateNotes} />
      ) : null}
      <button type="button" className="button primary wide" aria-busy={isBusy} onClick={() => void run()}>
        <Trans>Export: {name}</Trans>
      </button>
      {outcome && outcome.lines.length > 0 ? (
        <section className="export-work-lines" aria-labelledby="export-work-lines" data-testid="export-lines">
          <h3 id="export-work-lines" className="pane-label">
            <Trans>What is not in the file as it is here</Trans>
          </h3>
          <ReportLines
            lines={outcome.lines.map((line) => ({ ...line, words: tell(line.sentence) }))}
            isFolded={false}
          />
        </section>
      ) : null}
    </aside>
  );
}
