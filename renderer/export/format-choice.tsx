import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { ExportFormat } from '../../core/export/export-format.ts';
import { useExportFormats } from './use-export-formats.ts';

interface FormatChoiceProps {
  readonly value: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

/** The formats, grouped by what they are good for. */
export function FormatChoice({ value, onChange }: FormatChoiceProps): ReactNode {
  const { t } = useLingui();
  const id = useId();
  const { groups } = useExportFormats();
  return (
    <RadioGroup
      className="formats"
      aria-label={t`Format`}
      value={value}
      onValueChange={(next) => onChange(ExportFormat.parse(next))}
    >
      {groups.map(({ label, formats }) => (
        <div key={label} className="format-group">
          <h3 className="pane-label">{label}</h3>
          <div className="format-tiles">
            {formats.map((format) => (
              <label key={format.value} className="option format" htmlFor={`${id}-${format.value}`}>
                <Radio.Root id={`${id}-${format.value}`} value={format.value} className="format-mark" />
                <span className="option-name">{format.name}</span>
                <span className="format-hint">{format.hint}</span>
              </label>
            ))}
          </div>
        </div>
      ))}
    </RadioGroup>
  );
}
