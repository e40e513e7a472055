/** The scripts that are written from right to left, by their ISO 15924 codes. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/**
 * The direction that text in `language` (BCP 47) is written in. `auto` where the language is not known: then the text has
 * to tell by its letters, which misleads where it begins with a foreign name.
 */
export function directionOf(language: string | null | undefined): 'ltr' | 'rtl' | 'auto' {
  if (!language) return 'auto';
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === undefined ? 'auto' : rightToLeft.has(script) ? 'rtl' : 'ltr';
  } catch (fault) {
    // What a catalogue holds may be no language tag at all.
    if (fault instanceof RangeError) return 'auto';
    throw fault;
  }
}
