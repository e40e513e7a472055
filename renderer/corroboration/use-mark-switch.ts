import { useCallback, useState } from 'react';
import { keepOnDevice, readFromDevice } from '../settings/device-storage.ts';

const key = 'attest.single-sources';

/** Whether single sources are marked, and the way to change it; kept on this device, and on until it is switched off. */
export function useMarkSwitch(): readonly [isOn: boolean, set: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => readFromDevice(key) !== false);
  const set = useCallback((next: boolean) => {
    setOn(next);
    keepOnDevice(key, next);
  }, []);
  return [isOn, set];
}
