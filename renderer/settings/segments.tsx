import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { type ReactNode, useId } from 'react';

interface SegmentsProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly face?: ReactNode }[];
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** A choice of one of a few, side by side: a click or the arrow keys. `face` is shown in place of the name. */
export function Segments<Value extends string | number>(props: SegmentsProps<Value>): ReactNode {
  const { label, value, options, onChange, className = '' } = props;
  const id = useId();
  return (
    <div className="setting">
      <span className="pane-label" id={id}>
        {label}
      </span>
      <RadioGroup
        className={`segments ${className}`}
        aria-labelledby={id}
        value={value}
        onValueChange={(next: Value) => onChange(next)}
      >
        {options.map((option) => (
          <Radio.Root
            key={option.value}
            className="segment"
            value={option.value}
            aria-label={option.name}
            title={option.face === undefined ? undefined : option.name}
          >
            {option.face ?? option.name}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
