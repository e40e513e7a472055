/**
 * The name of the language with the BCP 47 tag `tag`, in `language`, and the tag beside it; the tag alone where no name is
 * known. Where `Intl` does not have Belarusian, as in Chromium, the tag is all there is.
 */
export function nameLanguage(tag: string, language: string): string {
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return tag;
  try {
    const name = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag);
    return name === undefined ? tag : `${name} (${tag})`;
  } catch (fault) {
    // What a catalogue holds may be no language tag at all.
    if (fault instanceof RangeError) return tag;
    throw fault;
  }
}
