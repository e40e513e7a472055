import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CallOutput } from '../../core/ipc-contract.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { ReportLines } from '../exchange/report-lines.tsx';
import { uploadFile } from '../exchange/upload-file.ts';
import { ChoiceField } from '../export/choice-field.tsx';
import { useExportOutcome } from '../export/use-export-outcome.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';

type Format = 'csv' | 'csl-json';
type Extent = 'all' | 'listed' | 'selected';
type Taken = Extract<CallOutput<'importCatalogue'>, { readonly outcome: 'taken' }>;

/** What a catalogue that was read has changed, and what of it was not taken. */
function TakenReport({ taken }: { readonly taken: Taken }): ReactNode {
  const tell = useSentence();
  const { fileName, statements, unchanged, lines } = taken;
  return (
    <div className="catalogue-taken" data-testid="catalogue-taken" role="status">
      <p className="pane-title">
        <bdi>{fileName}</bdi>
      </p>
      <ul>
        <li>
          <Plural value={statements} _0="No record changed" one="# record changed" other="# records changed" />
        </li>
        {unchanged > 0 ? (
          <li>
            <Plural value={unchanged} one="# said the same already" other="# said the same already" />
          </li>
        ) : null}
      </ul>
      <ReportLines lines={lines.map((line) => ({ ...line, words: tell(line.sentence) }))} isFolded={lines.length > 8} />
    </div>
  );
}

interface CatalogueExchangeProps {
  readonly selected: readonly string[];
  readonly listed: readonly string[];
}

/** Writes the catalogue as a table or for reference managers, and takes what others have written into it. */
export function CatalogueExchange({ selected, listed }: CatalogueExchangeProps): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const report = useExportOutcome();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const field = useRef<HTMLInputElement>(null);
  const leaving = useRef<AbortController | null>(null);
  const [format, setFormat] = useState<Format>('csv');
  const [wanted, setExtent] = useState<Extent>('all');
  const [isBusy, setBusy] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const hasDialog = session.host !== 'browser';
  const extents: readonly { value: Extent; name: string }[] = [
    { value: 'all', name: t`all statements` },
    ...(listed.length < session.statements.length
      ? [{ value: 'listed' as const, name: t`${plural(listed.length, { one: '# shown', other: '# shown' })}` }]
      : []),
    ...(selected.length > 0
      ? [
          {
            value: 'selected' as const,
            name: t`${plural(selected.length, { one: '# selected', other: '# selected' })}`,
          },
        ]
      : []),
  ];
  const extent = extents.some(({ value }) => value === wanted) ? wanted : 'all';
  const formats: readonly { value: Format; name: string }[] = [
    { value: 'csv', name: t`Table (CSV)` },
    { value: 'csl-json', name: t`Reference managers (CSL-JSON)` },
  ];

  const write = async (): Promise<void> => {
    setBusy(true);
    const ids = { all: null, listed: [...listed], selected: [...selected] }[extent];
    const exported = await call('exportCatalogue', { format, statements: ids });
    setBusy(false);
    report(exported, (count) => t`${plural(count, { one: '# catalogue record', other: '# catalogue records' })}`);
  };
  const take = async (file: File | null): Promise<void> => {
    const ending = new AbortController();
    leaving.current = ending;
    setBusy(true);
    const sent = file ? await uploadFile(file, ending.signal) : null;
    if (ending.signal.aborted) return;
    if (sent && !sent.ok) {
      setBusy(false);
      notify.fault(sent.fault);
      return;
    }
    const answer = await call('importCatalogue', { upload: sent?.value.upload ?? null });
    setBusy(false);
    if (!answer.ok) notify.fault(answer.fault);
    if (!answer.ok || answer.value.outcome === 'cancelled') return;
    setTaken(answer.value);
    const { changed } = answer.value;
    if (changed) offer(`${wordChange(changed.summary)}.`, changed.revision);
  };
  return (
    <>
      <p className="pane-hint">
        <Trans>
          Change many records in a spreadsheet or a reference manager, and bring them back: each row finds its statement
          by its number or its SHA-256.
        </Trans>
      </p>
      <ChoiceField label={t`Format`} value={format} options={formats} onChange={setFormat} />
      <ChoiceField label={t`Statements`} value={extent} options={extents} onChange={setExtent} />
      <div className="files-actions">
        <button type="button" className="button" disabled={isBusy} onClick={() => void write()}>
          <Trans>Export…</Trans>
        </button>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => (hasDialog ? void take(null) : field.current?.click())}
        >
          <Trans>Import…</Trans>
        </button>
      </div>
      {taken ? <TakenReport taken={taken} /> : null}
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.json"
        data-testid="catalogue-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again, after it has been changed.
          target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}
