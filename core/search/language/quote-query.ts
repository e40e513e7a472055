import { type Sentence, type SentenceValue, say, sayInTurn } from '../../sentence.ts';

/** The most UTF-16 units of a query that one sentence repeats in a place. */
const limit = 60;

/**
 * A part of a query as a sentence about it gives it: on one line, without control characters and lone surrogates, and
 * cut where it is long.
 */
export function quoteQuery(text: string): Sentence {
  const line = text.slice(0, limit * 2).replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const characters = [...line.trim()];
  const words = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : characters.join('');
  return say(/*i18n*/ '“{words}”', { words });
}

/** `first, second and third`; with more than `most`, the rest as their number. */
export function listInWords(parts: readonly SentenceValue[], word: 'and' | 'or', most = 12): Sentence {
  const more = parts.length - most;
  const shown = more > 0 ? [...parts.slice(0, most), say(/*i18n*/ '{more} more', { more })] : parts;
  const last = shown.at(-1);
  if (last === undefined || shown.length < 2) return sayInTurn(shown);
  const before = sayInTurn(shown.slice(0, -1), ', ');
  return word === 'and'
    ? say(/*i18n*/ '{before} and {last}', { before, last })
    : say(/*i18n*/ '{before} or {last}', { before, last });
}
