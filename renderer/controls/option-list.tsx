import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';

/** One thing to choose, with a hint on what it means. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly hint: string;
}

interface OptionListProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
}

/** A choice of one of a few, all in sight, each with its hint. */
export function OptionList<Value extends string>(props: OptionListProps<Value>): ReactNode {
  const { label, value, options, onChange } = props;
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
