import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageNames, languages, parseLanguage, preferredLanguage } from '../../../renderer/language/languages.ts';
import { hardText } from '../../support/hard-text.ts';

describe('preferredLanguage', () => {
  it('takes the first language that there is, whatever its country, script or variant', () => {
    expect(preferredLanguage(['be-BY', 'en'])).toBe('be');
    expect(preferredLanguage(['be-tarask'])).toBe('be');
    expect(preferredLanguage(['UK'])).toBe('uk');
    expect(preferredLanguage(['pl-PL', 'ru-UA', 'uk'])).toBe('ru');
    expect(preferredLanguage(['en-US', 'ru'])).toBe('en');
  });

  it('takes English where there is none, and does not mistake one language for another', () => {
    expect(preferredLanguage([])).toBe('en');
    expect(preferredLanguage(['de', 'bem', 'rup', ''])).toBe('en');
  });
});

describe('parseLanguage', () => {
  it('reads back every language, and makes nothing of anything else', () => {
    for (const language of languages) expect(parseLanguage(language)).toBe(language);
    fc.assert(
      fc.property(fc.oneof(hardText, fc.anything()), (kept) => {
        const language = parseLanguage(kept);
        if (language !== null) expect(kept).toBe(language);
      }),
    );
  });
});

it('every language has a name of its own', () => {
  expect(new Set(Object.values(languageNames)).size).toBe(languages.length);
});
