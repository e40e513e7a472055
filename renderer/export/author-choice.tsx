import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { SwitchField } from '../controls/switch-field.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The longest name, as the settings take it, in UTF-16 units. */
const nameLimit = 200;

interface AuthorChoiceProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether the report names its user, and how: the name is a setting of the workspace. */
export function AuthorChoice({ isOn, onChange }: AuthorChoiceProps): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const { name } = session.settings;
  const [text, setText] = useState(name);
  useEffect(() => setText(name), [name]);
  const keep = async (): Promise<void> => {
    if (text.trim() === name) return;
    const changed = await call('changeSettings', { name: text });
    if (!changed.ok) notify.fault(changed.fault);
  };
  return (
    <>
      <SwitchField label={t`Include my name`} isOn={isOn} onChange={onChange} />
      {isOn ? (
        <label className="form-field choice-detail" htmlFor="export-author">
          <Trans>Your name, in the report and in the history</Trans>
          <input
            id="export-author"
            className="field"
            value={text}
            maxLength={nameLimit}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void keep()}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.stopPropagation();
              void keep();
            }}
          />
        </label>
      ) : null}
    </>
  );
}
