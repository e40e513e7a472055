import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeLineOf } from '../../../core/insight/time-line.ts';
import { createTimeScale, drawSpan } from '../../../core/insight/time-scale.ts';
import { dayNumber, dayParts, timeSpanOf } from '../../../core/insight/time-span.ts';
import { statementOf } from '../search/statements-for-search.ts';
import { datedAs, marked } from './any-sources.ts';

const partsOf = (edtf: string) => {
  const span = timeSpanOf(edtf);
  return span && [span.start, span.end].map((day) => (day === null ? null : dayParts(day).join('-')));
};

describe('the span of a date', () => {
  it('is all of the day, the month, the year, the decade or the time between two dates', () => {
    expect(partsOf('2020-11-05')).toEqual(['2020-11-5', '2020-11-6']);
    expect(partsOf('2023-02')).toEqual(['2023-2-1', '2023-3-1']);
    expect(partsOf('2024-02')).toEqual(['2024-2-1', '2024-3-1']);
    expect(partsOf('2020')).toEqual(['2020-1-1', '2021-1-1']);
    expect(partsOf('202X')).toEqual(['2020-1-1', '2030-1-1']);
    expect(partsOf('2020-11/2021-02')).toEqual(['2020-11-1', '2021-3-1']);
    expect(partsOf('0033')).toEqual(['33-1-1', '34-1-1']);
  });

  it('is open where the date is, and soft where the date is in doubt', () => {
    expect(timeSpanOf('2020/..')).toMatchObject({ end: null, isStartSoft: false, isEndSoft: false });
    expect(timeSpanOf('../2020?')).toMatchObject({ start: null, isStartSoft: false, isEndSoft: true });
    expect(timeSpanOf('2023-05?')).toMatchObject({ isStartSoft: true, isEndSoft: true });
    expect(timeSpanOf('2023~')).toMatchObject({ isStartSoft: true, isEndSoft: true });
    expect(timeSpanOf('in May')).toBeNull();
  });

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (day) => {
        expect(dayNumber(...dayParts(day))).toBe(day);
      }),
    );
  });
});

describe('the scale of the time line', () => {
  const spansOf = (dates: readonly string[]) => dates.flatMap((date) => timeSpanOf(date) ?? []);

  it('has months where all is within two years, and years beyond', () => {
    const months = createTimeScale(spansOf(['2020-11-05', '2021-05']), 0, 700);
    expect(months?.ticks.map(({ date }) => date)).toEqual(
      [10, 11, 12].map((month) => `2020-${month}`).concat([1, 2, 3, 4, 5, 6, 7].map((month) => `2021-0${month}`)),
    );
    const years = createTimeScale(spansOf(['1994', '2023']), 0, 700);
    expect(years?.ticks.map(({ date }) => date)).toEqual(['1995', '2000', '2005', '2010', '2015', '2020']);
  });

  it('holds every span, with ticks in order that do not crowd', () => {
    const date = fc
      .tuple(fc.integer({ min: 1000, max: 9900 }), fc.constantFrom('', '-01', '-02-28', '-12-31', '?', '/..', '-11?'))
      .map(([year, rest]) => `${year}${rest}`);
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 8 }), (dates) => {
        const spans = spansOf(dates);
        const scale = createTimeScale(spans, 100, 800);
        if (!scale) throw new Error('a scale');
        for (const span of spans) {
          const drawn = drawSpan(span, scale);
          expect(drawn.x).toBeGreaterThanOrEqual(100);
          expect(drawn.x + drawn.width).toBeLessThanOrEqual(800);
          expect(drawn.width).toBeGreaterThan(0);
        }
        const places = scale.ticks.map(({ x }) => x);
        places.slice(1).forEach((x, index) => {
          expect(x - (places[index] ?? 0)).toBeGreaterThan(55);
        });
        for (const x of places) expect(x >= 100 && x <= 800).toBe(true);
      }),
    );
  });

  it('is none without a date', () => {
    expect(createTimeScale([], 0, 100)).toBeNull();
  });

  it('draws a day as a point, a year as a bar, and doubt as ends that fade', () => {
    const spans = spansOf(['2020-11-05', '2023?', '2022/..']);
    const scale = createTimeScale(spans, 0, 700);
    const [day, doubtful, open] = scale ? spans.map((span) => drawSpan(span, scale)) : [];
    expect(day).toMatchObject({ isPoint: true, fadeBefore: 0, fadeAfter: 0 });
    expect(doubtful?.isPoint).toBe(false);
    expect(doubtful?.fadeBefore).toBeGreaterThan(10);
    expect(doubtful?.fadeAfter).toBe(doubtful?.fadeBefore);
    expect(open).toMatchObject({ isOpenBefore: false, isOpenAfter: true, fadeAfter: 0 });
    expect((open?.x ?? 0) + (open?.width ?? 0)).toBeCloseTo(700);
  });
});

describe('the time line', () => {
  const dates = ['2023?', null, '2020-11-05', '2020-11', 'once', '2020-11-05'];
  const statements = dates.map((date, index) => datedAs(statementOf(`s${index}`, 'Words.'), date));
  const summaries = statements.map(({ summary }) => summary);

  it('has the statements by date, and those without one apart', () => {
    const { dated, undated, more } = timeLineOf({ summaries, tags: [], highlights: [] }, 99);
    expect(dated.map(({ id }) => id)).toEqual(['s3', 's2', 's5', 's0']);
    expect(undated.map(({ id }) => id)).toEqual(['s1', 's4']);
    expect(more).toBe(0);
  });

  it('has those with most highlights where not all are wanted', () => {
    const highlights = [0, 0, 4, 4, 4].flatMap((at) => {
      const statement = statements[at];
      return statement ? [marked(statement, 0, 5)] : [];
    });
    const { dated, undated, more } = timeLineOf({ summaries, tags: [], highlights }, 2);
    expect([...dated, ...undated].map(({ id, highlights: own }) => [id, own.length])).toEqual([
      ['s0', 2],
      ['s4', 3],
    ]);
    expect(more).toBe(4);
  });
});
