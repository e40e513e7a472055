import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateStyle, formatDate, writeInBelarusian } from '../../../renderer/language/format-date.ts';
import { formatList } from '../../../renderer/language/format-list.ts';
import { localesFor } from '../../../renderer/language/locales-for.ts';
import { nameLanguage } from '../../../renderer/language/name-language.ts';

const anyDate = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const styles: readonly DateStyle[] = [
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { timeStyle: 'short' },
  { timeZone: 'UTC', year: 'numeric' },
  { timeZone: 'UTC', year: 'numeric', month: 'long' },
  { timeZone: 'UTC', year: 'numeric', month: 'short' },
  { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' },
];

describe('writeInBelarusian', () => {
  it('writes what a system that has Belarusian writes, for any date in any style, whatever the width of its spaces', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...styles), (date, style) => {
        const written = writeInBelarusian(date, style).replaceAll('\u202f', ' ');
        expect(written).toBe(new Intl.DateTimeFormat('be', style).format(date));
      }),
    );
  });
});

describe('formatDate', () => {
  it('writes a day as each language does, with no line break before the word for “year”', () => {
    const day = new Date(Date.UTC(2020, 10, 5));
    const style: DateStyle = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' };
    expect(['en', 'be', 'ru', 'uk'].map((language) => formatDate(day, language, style))).toEqual([
      '5 November 2020',
      '5 лістапада 2020\u00a0г.',
      '5 ноября 2020\u00a0г.',
      '5 листопада 2020\u00a0р.',
    ]);
  });
});

describe('formatList', () => {
  it('joins the last two by a word', () => {
    expect(formatList(['a', 'b', 'c'], 'en', 'disjunction')).toBe('a, b or c');
    expect(formatList(['a', 'b', 'c'], 'be', 'conjunction')).toBe('a, b і c');
    expect(formatList(['a', 'b'], 'ru', 'disjunction')).toBe('a или b');
    expect(formatList(['a', 'b'], 'uk', 'conjunction')).toBe('a і b');
  });

  it('has a stand-in for Belarusian that joins by the same word', () => {
    const [belarusian, ukrainian] = ['be', 'uk'].map((locale) => new Intl.ListFormat(locale).format(['a', 'b', 'c']));
    expect(ukrainian).toBe(belarusian);
  });
});

describe('localesFor', () => {
  it('has a stand-in for Belarusian that writes whole numbers and sorts names in the same order', () => {
    expect(localesFor('be')[0]).toBe('be');
    const numbers = [0, 12, 14860, 1234567].map((number) =>
      localesFor('be').map((locale) => new Intl.NumberFormat(locale).format(number)),
    );
    for (const [first, second] of numbers) expect(second).toBe(first);
    const names = ['яна', 'ўлада', 'ікра', 'ёлка', 'ежа', 'ева', 'жыта', 'вода', 'іва'];
    const [own, other] = localesFor('be').map((locale) => names.toSorted(new Intl.Collator(locale).compare));
    expect(other?.indexOf('ікра')).toBe(own?.indexOf('ікра'));
  });
});

describe('nameLanguage', () => {
  it('names a language in another, and leaves alone what is no language', () => {
    expect(nameLanguage('en', 'en')).toBe('English (en)');
    expect(nameLanguage('en', 'uk')).toBe('англійська (en)');
    expect(nameLanguage('not a tag', 'ru')).toBe('not a tag');
  });
});
