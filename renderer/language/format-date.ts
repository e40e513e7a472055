import { belarusianWords } from './belarusian-words.ts';
import { localesFor } from './locales-for.ts';

/** How a date or a time is to be written: only ways that there are words for in every language of the interface. */
export type DateStyle =
  | { readonly dateStyle: 'full' | 'long' }
  | { readonly timeStyle: 'short' }
  | {
      readonly timeZone: 'UTC';
      readonly year: 'numeric';
      /** Short months stand without a day. */
      readonly month?: 'long' | 'short';
      readonly day?: 'numeric';
    };

/** Letters of a month's name in Belarusian that make its short form. */
const shortMonth = 3;

/**
 * What writes dates of no time zone, by language and style: to make one takes far longer than to use it, and a list writes dozens at
 * each step. One of the reader's own zone would keep to that zone when the reader has come to another.
 */
const writers = new Map<string, Intl.DateTimeFormat>();

function writerOf(language: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(style)}`;
  const known = writers.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localesFor(language), style);
  if ('timeZone' in style) writers.set(key, made);
  return made;
}

const isBelarusianKnown = Intl.DateTimeFormat.supportedLocalesOf('be').length > 0;

/**
 * The date in Belarusian where `Intl` does not have the language, as in Chromium: Russian puts the same parts in the same
 * order, so the Russian words are exchanged for the Belarusian ones.
 */
export function writeInBelarusian(date: Date, style: DateStyle): string {
  const isShort = 'month' in style && style.month === 'short';
  const parts = writerOf('ru', isShort ? { ...style, month: 'long' } : style).formatToParts(date);
  const isWhole = !('year' in style) || style.day !== undefined;
  return parts
    .map(({ type, value }) => {
      // Only a whole date bears the word for “year” in Belarusian.
      if (type === 'literal' && !isWhole) return value.replace(/\s*г\.$/u, '');
      const word = belarusianWords.get(value) ?? value;
      return type === 'month' && isShort ? word.slice(0, shortMonth) : word;
    })
    .join('');
}

/** The date as `language` writes it. The short word for “year” after a number never begins a line. */
export function formatDate(date: Date, language: string, style: DateStyle): string {
  const written =
    language === 'be' && !isBelarusianKnown ? writeInBelarusian(date, style) : writerOf(language, style).format(date);
  return written.replace(/\s(?=[гр]\.)/gu, '\u00a0');
}
