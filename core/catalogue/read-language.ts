/** A language tag (BCP 47) as it is usually written, `be-BY` for `be_by`; `null` for what is none, a language’s name too. */
export function readLanguage(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}
