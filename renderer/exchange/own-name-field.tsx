import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { useAnnounce } from '../controls/announcer.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useAttest } from '../state/use-attest.tsx';

/** The longest name, as the settings take it, in UTF-16 units. */
const nameLimit = 200;

/** By which name those who get the file will know whose work it is. */
export function OwnNameField(): ReactNode {
  const { session, call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const announce = useAnnounce();
  const { name: kept } = session.settings;
  const [name, setName] = useState(kept);
  useEffect(() => setName(kept), [kept]);
  const keep = async (): Promise<void> => {
    const next = name.trim();
    if (next === kept) {
      setName(kept);
      return;
    }
    const changed = await call('changeSettings', { name: next });
    if (changed.ok) announce(t`Settings kept`);
    else notify.fault(changed.fault);
  };
  return (
    <label className="form-field" htmlFor="own-name">
      <Trans>Your name, for those who get the file</Trans>
      <input
        id="own-name"
        className="field"
        autoComplete="off"
        value={name}
        maxLength={nameLimit}
        placeholder={t`Nobody is named`}
        onChange={({ target }) => setName(target.value)}
        onBlur={() => void keep()}
        onKeyDown={({ key }) => {
          if (key === 'Enter') void keep();
        }}
      />
    </label>
  );
}
