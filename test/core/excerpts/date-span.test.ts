import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateKeyOf, dateSpanOf } from '../../../core/excerpts/date-span.ts';

describe('the span of a date', () => {
  it('is as long as the date is vague', () => {
    expect(dateSpanOf('2020')).toEqual({ first: '2020-01-01', last: '2020-12-31' });
    expect(dateSpanOf('2020-11')).toEqual({ first: '2020-11-01', last: '2020-11-31' });
    expect(dateSpanOf('2020-11-05')).toEqual({ first: '2020-11-05', last: '2020-11-05' });
  });

  it('does not depend on whether the date is certain', () => {
    for (const mark of ['?', '~', '%']) expect(dateSpanOf(`2021-11${mark}`)).toEqual(dateSpanOf('2021-11'));
  });

  it('covers digits that are not known, and intervals open or closed', () => {
    expect(dateSpanOf('202X')).toEqual({ first: '2020-01-01', last: '2029-12-31' });
    expect(dateSpanOf('2020-XX')).toEqual(dateSpanOf('2020'));
    expect(dateSpanOf('2020-11?/2021-02')).toEqual({ first: '2020-11-01', last: '2021-02-31' });
    expect(dateSpanOf('2020/..')).toEqual({ first: '2020-01-01', last: '9999-12-31' });
    expect(dateSpanOf('/2020')).toEqual({ first: '0000-01-01', last: '2020-12-31' });
  });

  it('is none where there is no such date', () => {
    for (const text of ['', 'n.d.', 'May 2020', '/', '../..', '2020/2021/2022', '20201105', '2020-1']) {
      expect(dateSpanOf(text), text).toBeNull();
    }
  });
});

describe('dates in order', () => {
  it('go as time goes, the shorter first, and what is none comes last', () => {
    const sorted = ['2020-11-05', '2020-11-06?', '2020-11', '2020', '2021-11?', '2023?', 'a winter', 'unknown'];
    const ordered = [...sorted].reverse().sort(compareDates);
    expect(ordered).toEqual(['2020', '2020-11', ...['2020-11-05', '2020-11-06?'], ...sorted.slice(4)]);
  });

  it('stand as their keys stand as text, and what is no date has none', () => {
    const digit = fc.constantFrom(...'0123456789X');
    const digits = (length: number) =>
      fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
    const mark = fc.constantFrom('', '?', '~', '%');
    const point = fc
      .tuple(digits(4), fc.option(fc.tuple(digits(2), fc.option(digits(2)))), mark)
      .map(([year, rest, end]) => [year, ...(rest ?? []).filter((part) => part !== null)].join('-') + end);
    const open = fc.constantFrom('', '..');
    const interval = fc.oneof(fc.tuple(point, point), fc.tuple(point, open), fc.tuple(open, point));
    const date = fc.oneof(
      point,
      interval.map((ends) => ends.join('/')),
    );
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [a, b] = [dateKeyOf(one) ?? '', dateKeyOf(other) ?? ''];
        expect(a < b ? -1 : Number(a > b)).toBe(Math.sign(compareDates(one, other)));
      }),
    );
    expect(['a winter', '', '2020/2021/2022', '../..'].map(dateKeyOf)).toEqual([null, null, null, null]);
  });
});
