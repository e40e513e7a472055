import type { ReadingSettings } from './reading-settings.ts';

/** The media query by which a system asks for more contrast. */
export const moreContrast = '(prefers-contrast: more)';

/** The attributes of the page's root element, without `data-`, that `styles/tokens.css` chooses its values by. */
export function settingAttributes(settings: ReadingSettings, prefersMoreContrast: boolean): Record<string, string> {
  const { size, measure, lineHeight, typeface, theme } = settings;
  const isHighContrast = theme === 'system' ? prefersMoreContrast : theme.startsWith('contrast-');
  return {
    textSize: String(size),
    measure,
    lineHeight,
    typeface,
    scheme: theme.replace('contrast-', ''),
    contrast: isHighContrast ? 'more' : 'normal',
  };
}

/** Has the page look as `settings` say, at once. */
export function applyReadingSettings(settings: ReadingSettings): void {
  const attributes = settingAttributes(settings, matchMedia(moreContrast).matches);
  Object.assign(document.documentElement.dataset, attributes);
}
