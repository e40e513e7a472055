import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../../core/corroboration/read-numbers.ts';

const read = (text: string) =>
  readNumbers(text).map(({ start, end, kind, value }) => [text.slice(start, end), kind, value]);

describe('numbers', () => {
  it.each(['1,486', '1486', '1\u00a0486', '1 486', '1\u202f486', '1’486'])(
    'are the same however grouped: %s',
    (text) => {
      expect(read(`at least ${text} prisoners`)).toEqual([[text, 'amount', 1486]]);
    },
  );

  it('may be in words, and of a magnitude', () => {
    expect(read('seven, twenty-five, 1.5 million, 1,5 тысячи and three hundred')).toEqual([
      ['seven', 'amount', 7],
      ['twenty-five', 'amount', 25],
      ['1.5 million', 'amount', 1_500_000],
      ['1,5 тысячи', 'amount', 1500],
      ['three hundred', 'amount', 300],
    ]);
  });

  it('are told apart from places in an order, shares and articles', () => {
    expect(read('the 21st of 21, 21 %, 21 per cent, a sixth term, Article 342')).toEqual([
      ['21st', 'ordinal', 21],
      ['21', 'amount', 21],
      ['21 %', 'percent', 21],
      ['21 per cent', 'percent', 21],
      ['sixth', 'ordinal', 6],
      ['Article 342', 'article', 342],
    ]);
  });

  it.each(['16x9', 'v2', 'at 10:30', '5/11', 'somewhat tender', '1.500 or so', 'COVID-19'])(
    'are not in “%s”',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
