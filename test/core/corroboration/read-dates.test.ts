import { describe, expect, it } from 'vitest';
import { dateKeysOf, excludeEachOther, readDates } from '../../../core/corroboration/read-dates.ts';

const read = (text: string) =>
  readDates(text).map(({ start, end, year, month, day }) => [text.slice(start, end), year, month, day]);

describe('dates', () => {
  it.each([
    ['on 5 November 2020', '5 November 2020'],
    ['on November 5, 2020, in', 'November 5, 2020'],
    ['on November 5th, 2020', 'November 5th, 2020'],
    ['the 5th of November 2020', '5th of November 2020'],
    ['(2020-11-05)', '2020-11-05'],
    ['от 05.11.2020 г.', '05.11.2020'],
    ['5 ноября 2020 года', '5 ноября 2020'],
    ['5 лістапада 2020 года', '5 лістапада 2020'],
    ['5 листопада 2020 року', '5 листопада 2020'],
    ['on\u00a05\u00a0November\u00a02020.', '5\u00a0November\u00a02020'],
  ])('are one and the same in “%s”', (text, written) => {
    expect(read(text)).toEqual([[written, 2020, 11, 5]]);
  });

  it('are read as far as they are given', () => {
    expect(read('In November 2020 and in August, on June 11th, since 2021')).toEqual([
      ['November 2020', 2020, 11, null],
      ['August', null, 8, null],
      ['June 11th', null, 6, 11],
      ['2021', 2021, null, null],
    ]);
    expect(read('у жніўні 2020 і 9 серпня')).toEqual([
      ['жніўні 2020', 2020, 8, null],
      ['9 серпня', null, 8, 9],
    ]);
  });

  it.each([
    'They may march on.',
    'Маё слова і мая хата',
    'more than 2000 people',
    'Article 2020a',
    '5/11/2020',
    '12,020 people',
    'version 1.2020',
  ])('are not in “%s”', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('share the most particular key that both have', () => {
    const [full, noYear, month, other] = ['9 August 2020', 'August 9', 'August 2020', '10 August 2020'].map(
      (text) => readDates(text)[0] ?? { year: null, month: null, day: null },
    );
    if (!full || !noYear || !month || !other) throw new Error('All four are dates.');
    const shared = (a: typeof full, b: typeof full) => dateKeysOf(a).find((key) => dateKeysOf(b).includes(key));
    expect(shared(full, noYear)).toBe('@-08-09');
    expect(shared(full, month)).toBe('@2020-08');
    expect(excludeEachOther(full, month)).toBe(false);
    expect(excludeEachOther(full, other)).toBe(true);
  });
});
