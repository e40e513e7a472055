import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { isAfter } from '../../core/search/language/query-date.ts';
import { useDateWords } from '../library/use-date-words.ts';
import { readTypedDate } from './read-typed-date.ts';

interface DateFieldProps {
  readonly label: string;
  /** An EDTF date. */
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

/** A date in any of the usual forms. What it is taken for stands under it, and so does what cannot be read. */
function DateField({ label, value, onValue }: DateFieldProps): ReactNode {
  const { t, i18n } = useLingui();
  const wordDate = useDateWords();
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  const [meant, setMeant] = useState(value);
  // Changed from elsewhere, as by “Clear”.
  if (value !== meant) {
    setMeant(value);
    setTyped(value ?? '');
  }
  const type = (words: string): void => {
    const means = readTypedDate(words, i18n.locale);
    setTyped(words);
    setMeant(means);
    if (means !== value) onValue(means);
  };
  const [hasLeft, setLeft] = useState(false);
  const isUnreadable = hasLeft && value === null && typed.trim() !== '';
  const words = wordDate(value);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        value={typed}
        placeholder={t`2020 or 5 Nov 2020`}
        autoComplete="off"
        aria-invalid={isUnreadable}
        aria-describedby={`${id}-reading`}
        onBlur={() => setLeft(true)}
        onChange={(event) => {
          setLeft(false);
          type(event.target.value);
        }}
      />
      <span id={`${id}-reading`} className="date-reading" aria-live="polite">
        {value !== null && words !== typed.trim() ? words : null}
        {isUnreadable ? (
          <span className="bad">
            <Trans>“{typed.trim()}” is no date, so it restricts nothing: write 2020, 2020-11 or 5 Nov 2020.</Trans>
          </span>
        ) : null}
      </span>
    </div>
  );
}

interface DateFilterProps {
  readonly from: string | null;
  readonly to: string | null;
  readonly onDates: (dates: { readonly from: string | null; readonly to: string | null }) => void;
}

/** From when to when the statements are, each end a year, a month or a day, or open. */
export function DateFilter({ from, to, onDates }: DateFilterProps): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <div className="date-fields">
        <DateField label={t`From`} value={from} onValue={(next) => onDates({ from: next, to })} />
        <DateField label={t`To`} value={to} onValue={(next) => onDates({ from, to: next })} />
      </div>
      {from !== null && to !== null && isAfter(from, to) ? (
        <p className="bad" role="alert">
          <Trans>The first date is after the last, so no statement lies between them: change one of them.</Trans>
        </p>
      ) : null}
    </>
  );
}
