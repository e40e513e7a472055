import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { applyReadingSettings, moreContrast } from './apply-reading-settings.ts';
import { keepOnDevice, readFromDevice } from './device-storage.ts';
import { defaultReadingSettings, parseReadingSettings, type ReadingSettings } from './reading-settings.ts';

const key = 'attest.reading';

/** The reading settings that this device keeps. */
export function readReadingSettings(): ReadingSettings {
  return parseReadingSettings(readFromDevice(key));
}

interface Reading {
  readonly settings: ReadingSettings;
  /** Changes some of them, at once, and keeps them. */
  readonly change: (part: Partial<ReadingSettings>) => void;
  /** Goes back to the defaults. */
  readonly reset: () => void;
}

const ReadingContext = createContext<Reading | null>(null);

interface ReadingSettingsProviderProps {
  readonly children: ReactNode;
}

/** Holds the reading settings, and keeps the page, this device and other windows in step with them. */
export function ReadingSettingsProvider({ children }: ReadingSettingsProviderProps): ReactNode {
  const [settings, setSettings] = useState(readReadingSettings);
  useEffect(() => {
    applyReadingSettings(settings);
    const query = matchMedia(moreContrast);
    const onContrast = (): void => applyReadingSettings(settings);
    query.addEventListener('change', onContrast);
    return () => query.removeEventListener('change', onContrast);
  }, [settings]);
  useEffect(() => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === key) setSettings(readReadingSettings());
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }, []);
  const change = useCallback(
    (part: Partial<ReadingSettings>) => {
      const next = { ...settings, ...part };
      setSettings(next);
      keepOnDevice(key, next);
    },
    [settings],
  );
  const reset = useCallback(() => change(defaultReadingSettings), [change]);
  const reading = useMemo(() => ({ settings, change, reset }), [settings, change, reset]);
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}

/** The reading settings and how to change them. Throws outside of the provider. */
export function useReadingSettings(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('useReadingSettings needs a ReadingSettingsProvider above it');
  return reading;
}
