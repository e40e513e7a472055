import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingAttributes } from '../../renderer/settings/apply-reading-settings.ts';
import {
  defaultReadingSettings,
  lineHeights,
  measures,
  parseReadingSettings,
  textSizes,
  themes,
  typefaces,
} from '../../renderer/settings/reading-settings.ts';

const anySettings = fc.record({
  size: fc.constantFrom(...textSizes),
  measure: fc.constantFrom(...measures),
  lineHeight: fc.constantFrom(...lineHeights),
  typeface: fc.constantFrom(...typefaces),
  theme: fc.constantFrom(...themes),
});

describe('reading settings', () => {
  it('are read back as they were kept', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(parseReadingSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      }),
    );
  });

  it('are the defaults wherever what is kept makes no sense', () => {
    for (const nonsense of [
      null,
      undefined,
      7,
      'dark',
      [],
      {},
      { size: 8, theme: 'sepia', measure: 3, typeface: null },
    ]) {
      expect(parseReadingSettings(nonsense)).toEqual(defaultReadingSettings);
    }
    fc.assert(
      fc.property(fc.anything(), (kept) => {
        const { size, theme } = parseReadingSettings(kept);
        expect(textSizes).toContain(size);
        expect(themes).toContain(theme);
      }),
    );
  });

  it('lose nothing but what makes no sense', () => {
    expect(parseReadingSettings({ size: '3', theme: 'dark', lineHeight: 'open' })).toEqual({
      ...defaultReadingSettings,
      theme: 'dark',
      lineHeight: 'open',
    });
  });

  it('follow the system for more contrast only where the theme does', () => {
    const contrastOf = (theme: (typeof themes)[number], wished: boolean): string | undefined =>
      settingAttributes({ ...defaultReadingSettings, theme }, wished)['contrast'];
    expect([contrastOf('system', true), contrastOf('system', false)]).toEqual(['more', 'normal']);
    expect([contrastOf('light', true), contrastOf('dark', true)]).toEqual(['normal', 'normal']);
    expect([contrastOf('contrast-light', false), contrastOf('contrast-dark', false)]).toEqual(['more', 'more']);
    expect(settingAttributes({ ...defaultReadingSettings, theme: 'contrast-dark' }, false)['scheme']).toBe('dark');
  });
});
