import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { themes } from '../settings/reading-settings.ts';
import { ReadingSettingsProvider, useReadingSettings } from '../settings/use-reading-settings.tsx';

function ThemeSelect(): ReactNode {
  const { t } = useLingui();
  const { settings, change } = useReadingSettings();
  const names: Readonly<Record<(typeof themes)[number], string>> = {
    system: t`As the system`,
    light: t`Light`,
    dark: t`Dark`,
    'contrast-light': t`High contrast, light`,
    'contrast-dark': t`High contrast, dark`,
  };
  return (
    <label className="language">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" />
        <path className="theme-half" d="M8 1.5a6.5 6.5 0 0 1 0 13z" />
      </svg>
      <select
        autoComplete="off"
        aria-label={t`Colours`}
        title={t`Colours`}
        value={settings.theme}
        onChange={(event) => {
          const theme = themes.find((known) => known === event.target.value);
          if (theme) change({ theme });
        }}
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {names[theme]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The choice of the colours where the reading settings are out of reach: the workspace is locked. */
export function ThemeControl(): ReactNode {
  return (
    <ReadingSettingsProvider>
      <ThemeSelect />
    </ReadingSettingsProvider>
  );
}
