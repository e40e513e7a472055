/** The steps of the text's size, from small to large; 3 is the middle that everybody begins with. */
export const textSizes = [1, 2, 3, 4, 5, 6, 7] as const;
/** How wide a line of text may become. */
export const measures = ['narrow', 'normal', 'wide'] as const;
/** How far apart the lines stand. */
export const lineHeights = ['close', 'normal', 'open'] as const;
/** What statements are set in: Source Serif 4, Inter, Andika. */
export const typefaces = ['serif', 'sans', 'andika'] as const;
/** The colours; `system` follows the system's wish for dark and for more contrast. */
export const themes = ['system', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const;

/** How one reader on one device likes to read. It is about the screen, so it is no part of the workspace. */
export interface ReadingSettings {
  readonly size: (typeof textSizes)[number];
  readonly measure: (typeof measures)[number];
  readonly lineHeight: (typeof lineHeights)[number];
  readonly typeface: (typeof typefaces)[number];
  readonly theme: (typeof themes)[number];
}

/** The settings before any is changed. */
export const defaultReadingSettings: ReadingSettings = {
  size: 3,
  measure: 'normal',
  lineHeight: 'normal',
  typeface: 'serif',
  theme: 'system',
};

function choose<Value>(values: readonly Value[], kept: unknown, otherwise: Value): Value {
  return values.find((value) => value === kept) ?? otherwise;
}

/** The settings that `kept` holds, whatever it is: each one that makes no sense is the default. */
export function parseReadingSettings(kept: unknown): ReadingSettings {
  const fields: Partial<Record<string, unknown>> = typeof kept === 'object' && kept !== null ? { ...kept } : {};
  return {
    size: choose(textSizes, fields['size'], defaultReadingSettings.size),
    measure: choose(measures, fields['measure'], defaultReadingSettings.measure),
    lineHeight: choose(lineHeights, fields['lineHeight'], defaultReadingSettings.lineHeight),
    typeface: choose(typefaces, fields['typeface'], defaultReadingSettings.typeface),
    theme: choose(themes, fields['theme'], defaultReadingSettings.theme),
  };
}
