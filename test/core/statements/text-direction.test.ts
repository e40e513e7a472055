import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../core/statements/text-direction.ts';
import { hardText } from '../../support/hard-text.ts';

describe('directionOf', () => {
  it('goes by the script that a language is written in', () => {
    for (const language of ['ar', 'he', 'fa', 'ur-PK', 'ku-Arab', 'yi', 'dv', 'AR-eg']) {
      expect(directionOf(language), language).toBe('rtl');
    }
    for (const language of ['en', 'be', 'ru', 'uk', 'ar-Latn', 'ku', 'zh-Hant']) {
      expect(directionOf(language), language).toBe('ltr');
    }
  });

  it('leaves it to the text where the language is not known, and takes any text', () => {
    for (const language of [null, undefined, '', 'not a tag', 'English']) expect(directionOf(language)).toBe('auto');
    fc.assert(
      fc.property(hardText, (text) => {
        expect(['ltr', 'rtl', 'auto']).toContain(directionOf(text));
      }),
    );
  });
});
