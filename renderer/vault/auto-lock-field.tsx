import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';

/** Where this device keeps after how many minutes it locks by itself; the host does it. 0 is never. */
const autoLockKey = 'attest.auto-lock';

const choices = [1, 5, 15, 30, 60, 0];
const defaultMinutes = 15;

function readMinutes(): number {
  const kept = readFromDevice(autoLockKey);
  return typeof kept === 'number' && Number.isInteger(kept) && kept >= 0 ? kept : defaultMinutes;
}

/** After how long without anything done the workspace locks by itself. */
export function AutoLockField(): ReactNode {
  const { t } = useLingui();
  const id = useId();
  const [minutes, setMinutes] = useState(readMinutes);
  const change = (next: number): void => {
    setMinutes(next);
    keepOnDevice(autoLockKey, next);
  };
  const word = (count: number): string =>
    count === 0 ? t`never` : plural(count, { one: 'after # minute', other: 'after # minutes' });
  const all = choices.includes(minutes) ? choices : [minutes, ...choices];
  return (
    <label className="form-field" htmlFor={id}>
      <Trans>Lock by itself when nothing is done</Trans>
      <select
        autoComplete="off"
        id={id}
        className="field"
        value={minutes}
        onChange={(event) => change(Number(event.target.value))}
      >
        {all.map((count) => (
          <option key={count} value={count}>
            {word(count)}
          </option>
        ))}
      </select>
    </label>
  );
}
