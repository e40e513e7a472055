/** The most UTF-16 units of a query that one sentence repeats in a place. */
const limit = 60;

/**
 * A part of a query as a sentence about it gives it: on one line, without control characters and lone surrogates, and
 * cut where it is long.
 */
export function quoteQuery(text: string): string {
  const line = text.slice(0, limit * 2).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const characters = [...line.trim()];
  return `“${characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('')}”`;
}

/** `first, second and third`; with more than `most`, the rest as their number. */
export function listInWords(parts: readonly string[], word: 'and' | 'or', most = 12): string {
  const shown = parts.length > most ? [...parts.slice(0, most), `${parts.length - most} more`] : parts;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1) ?? ''}`;
}
