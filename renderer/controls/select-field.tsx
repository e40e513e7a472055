import { type ReactNode, useId } from 'react';

interface SelectFieldProps {
  readonly label: string;
  /** The chosen option; `null` for the first, which stands for none. */
  readonly value: string | null;
  /** What the first option says. */
  readonly none: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string | null) => void;
}

/** A labelled choice of one of several, or none. */
export function SelectField({ label, value, none, options, onChange }: SelectFieldProps): ReactNode {
  const id = useId();
  return (
    <label className="form-field" htmlFor={id}>
      {label}
      <select
        autoComplete="off"
        id={id}
        className="field"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
