import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import type { FieldName } from '../../core/catalogue/catalogue-change.ts';
import { isCatalogueDate } from '../../core/catalogue/is-catalogue-date.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { useKindWords } from '../library/use-kind-words.ts';
import { LanguageField } from './language-field.tsx';
import { PeopleField } from './people-field.tsx';
import {
  type DraftValue,
  enteredByHand,
  type FieldDraft,
  type FieldFault,
  kinds,
  type SharedField,
} from './record-draft.ts';

interface ValueControlProps {
  readonly id: string;
  readonly name: FieldName;
  /** `null` where the records differ and nothing has been filled in. */
  readonly value: DraftValue | null;
  /** What stands where there is no one value. */
  readonly none: string;
  readonly describedBy: string | undefined;
  readonly onValue: (value: DraftValue) => void;
}

function ValueControl({ id, name, value, none, describedBy, onValue }: ValueControlProps): ReactNode {
  const wordKind = useKindWords();
  if (name === 'people') {
    const people = typeof value === 'object' && value !== null ? value : [];
    return (
      <>
        {value === null ? <span className="record-hint">{none}</span> : null}
        <PeopleField people={people} describedBy={describedBy} onPeople={onValue} />
      </>
    );
  }
  const text = typeof value === 'string' ? value : '';
  if (name === 'kind') {
    return (
      <select
        id={id}
        className="field"
        value={text}
        autoComplete="off"
        aria-describedby={describedBy}
        onChange={(event) => onValue(event.target.value)}
      >
        <option value="">{none}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {wordKind(kind)}
          </option>
        ))}
      </select>
    );
  }
  if (name === 'language') {
    return <LanguageField id={id} value={text} none={none} describedBy={describedBy} onValue={onValue} />;
  }
  const of = {
    id,
    className: 'field',
    value: text,
    placeholder: none,
    'aria-describedby': describedBy,
    dir: name === 'date' ? undefined : 'auto',
  } as const;
  return name === 'title' || name === 'rights' ? (
    <textarea {...of} autoComplete="off" rows={2} onChange={(event) => onValue(event.target.value)} />
  ) : (
    <input {...of} autoComplete="off" spellCheck={name !== 'date'} onChange={(event) => onValue(event.target.value)} />
  );
}

interface RecordFieldProps {
  readonly name: FieldName;
  readonly label: string;
  readonly shared: SharedField;
  /** `null` where it has not been touched. */
  readonly draft: FieldDraft | null;
  readonly fault: FieldFault | undefined;
  readonly onDraft: (draft: FieldDraft) => void;
}

/**
 * One field of the records: its value, whether the document states it or it was inferred, and from what. Where the records differ it says
 * so, and stays as it is in each of them until something is filled in.
 */
export function RecordField({ name, label, shared, draft, fault, onDraft }: RecordFieldProps): ReactNode {
  const { t } = useLingui();
  const wordDate = useDateWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const value = draft ? draft.value : shared.value;
  const basis = draft ? draft.basis : shared.basis;
  const from = draft ? draft.from : shared.from;
  const several = plural(shared.values, { one: '# value', other: '# different values' });
  const none = value === null ? several : t`none`;
  const faults: Readonly<Record<FieldFault, string>> = {
    'no-date': t`This is no date that the catalogue can keep: write it as 2020-11-05, 2020-11 or 2020, with ? where it is inferred.`,
    'no-language': t`This is no language tag: write one such as be, ru or pt-BR.`,
    nameless: t`A person has a role and no name: type the name, or remove the person.`,
  };
  const change = (part: Partial<FieldDraft>): void =>
    onDraft({ value: value ?? '', basis: basis ?? 'stated', from: from ?? enteredByHand, ...part });
  // What is typed here comes from whoever types it, until they say otherwise.
  const changeValue = (next: DraftValue): void =>
    onDraft({ ...(draft ?? { basis: 'stated', from: enteredByHand }), value: next });
  const isDate = name === 'date' && typeof value === 'string' && value !== '';
  const hint =
    name !== 'date'
      ? ''
      : isDate && isCatalogueDate(value.trim())
        ? wordDate(value.trim())
        : '2020-11-05, 2020-11, 2020, 2020?';
  const describedBy = `${id}-said`;
  const bases = { stated: t`stated`, inferred: t`inferred` };
  const showsBasis = value !== null && (isOpen || draft !== null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a border and a legend of its own
    <div
      role="group"
      aria-labelledby={`${id}-name`}
      className="record-field"
      data-field={name}
      data-touched={draft !== null}
    >
      {name === 'people' ? (
        <span className="pane-label" id={`${id}-name`}>
          {label}
        </span>
      ) : (
        <label className="pane-label" id={`${id}-name`} htmlFor={id}>
          {label}
        </label>
      )}
      <ValueControl id={id} name={name} value={value} none={none} describedBy={describedBy} onValue={changeValue} />
      <span id={describedBy} className={fault ? 'record-hint bad' : 'record-hint'} role={fault ? 'alert' : undefined}>
        {fault ? faults[fault] : hint}
      </span>
      {showsBasis ? (
        <div className="record-basis">
          <select
            className="field"
            value={basis ?? ''}
            aria-label={t`Stated or inferred`}
            autoComplete="off"
            onChange={({ target }) => {
              if (target.value === 'stated' || target.value === 'inferred') change({ basis: target.value });
            }}
          >
            {basis === null ? <option value="">{t`differing`}</option> : null}
            <option value="stated">{bases.stated}</option>
            <option value="inferred">{bases.inferred}</option>
          </select>
          <input
            className="field"
            value={from ?? ''}
            aria-label={t`From what`}
            placeholder={from === null ? t`differing` : t`From what`}
            autoComplete="off"
            dir="auto"
            onChange={(event) => change({ from: event.target.value })}
          />
        </div>
      ) : value === null ? null : (
        <button type="button" className="record-source" aria-expanded={false} onClick={() => setOpen(true)}>
          {basis === null || from === null ? (
            <Trans>From different sources.</Trans>
          ) : (
            <>
              {basis === 'stated' ? t`Stated.` : t`Inferred.`} <bdi title={from}>{from}</bdi>
            </>
          )}
        </button>
      )}
    </div>
  );
}
