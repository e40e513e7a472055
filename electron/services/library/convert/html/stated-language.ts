/** A language as a file states it, if it is a BCP 47 tag; `en_GB`, as many write it, is `en-GB`. `null` for what is none. */
export function readStatedLanguage(text: string | null | undefined): string | null {
  const tag = (text ?? '').trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(tag) || /^(?:und|mul|zxx|mis)\b/iu.test(tag)) return null;
  try {
    // What Intl refuses is no tag, and the reader could not word it.
    new Intl.Locale(tag);
    return tag;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}
