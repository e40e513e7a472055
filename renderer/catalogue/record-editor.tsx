import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { type FieldName, fieldNames } from '../../core/catalogue/catalogue-change.ts';
import type { Fault } from '../../core/result.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { useSentence } from '../controls/use-sentence.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';
import { type FieldDraft, isAsShared, planDraft, type RecordDraft, readDraft, sharedField } from './record-draft.ts';
import { RecordField } from './record-field.tsx';
import { RecordPlan } from './record-plan.tsx';
import { useFieldNames } from './use-field-names.ts';

interface RecordEditorProps {
  /** At least one, each of them imported. */
  readonly records: readonly StatementSummary[];
  readonly draft: RecordDraft;
  readonly onDraft: (draft: RecordDraft) => void;
}

/**
 * The fields of one record or of many at once. Only fields that were touched are changed, all in one step; what it does to many is said
 * before it is done.
 */
export function RecordEditor({ records, draft, onDraft }: RecordEditorProps): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const names = useFieldNames();
  const tell = useSentence();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [refusal, setRefusal] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** Faults are shown when it was tried to save, and while they are being mended. */
  const [wasTried, setTried] = useState(false);
  const shared = useMemo(() => new Map(fieldNames.map((name) => [name, sharedField(records, name)])), [records]);
  const { fields, faults } = useMemo(() => readDraft(draft), [draft]);
  const wanted = useDeferredValue(fields);
  const plan = useMemo(() => planDraft(records, wanted), [records, wanted]);
  const isTouched = Object.keys(draft).length > 0;
  const hasFaults = Object.keys(faults).length > 0;
  const put = (name: FieldName, field: FieldDraft): void => {
    const { [name]: _, ...others } = draft;
    const own = shared.get(name);
    setRefusal(null);
    onDraft(own && isAsShared(field, own) ? others : { ...others, [name]: field });
  };
  const discard = (): void => {
    setTried(false);
    setRefusal(null);
    onDraft({});
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (hasFaults || isBusy) return;
    setBusy(true);
    const changed = await call('editCatalogue', { statements: records.map(({ id }) => id), fields });
    setBusy(false);
    if (!changed.ok) {
      setRefusal(changed.fault);
      return;
    }
    discard();
    if (changed.value.summary.statements?.count !== 0) {
      offer(`${wordChange(changed.value.summary)}.`, changed.value.revision);
    }
  };
  return (
    <form
      className="record-editor"
      aria-label={t`Catalogue record`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      {fieldNames.map((name) => {
        const own = shared.get(name);
        if (!own) return null;
        // A date is read as it is typed: what is no date yet is no fault before somebody says that it is one.
        const fault = wasTried ? faults[name] : undefined;
        return (
          <RecordField
            key={name}
            name={name}
            label={names[name]}
            shared={own}
            draft={draft[name] ?? null}
            fault={fault}
            onDraft={(field) => put(name, field)}
          />
        );
      })}
      {isTouched ? (
        <div className="record-foot">
          {records.length > 1 && !hasFaults ? <RecordPlan plan={plan} fields={wanted} /> : null}
          {refusal === null ? null : (
            <p className="bad" role="alert">
              {tell(refusal)}
            </p>
          )}
          <div className="row">
            <button type="submit" className="button primary" disabled={isBusy}>
              {records.length > 1 ? (
                <Plural value={records.length} one="Change # record" other="Change # records" />
              ) : (
                <Trans>Save</Trans>
              )}
            </button>
            <button type="button" className="button" onClick={discard}>
              <Trans>Discard</Trans>
            </button>
          </div>
        </div>
      ) : null}
    </form>
  );
}
