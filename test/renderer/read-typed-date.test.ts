import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, wordDate } from '../../core/statements/edtf-date.ts';
import { readTypedDate } from '../../renderer/excerpts/read-typed-date.ts';
import { hardText } from '../support/hard-text.ts';

const read = (text: string): string | null => readTypedDate(text, 'en-GB');

describe('readTypedDate', () => {
  it('takes years, months and days in the usual forms', () => {
    expect(read(' 2020 ')).toBe('2020');
    expect(read('2020-11')).toBe('2020-11');
    expect(read('2020/11/5')).toBe('2020-11-05');
    expect(read('11.2020')).toBe('2020-11');
    expect(read('Nov 2020')).toBe('2020-11');
    expect(read('november  2020')).toBe('2020-11');
    for (const day of [
      '5.11.2020',
      '05/11/2020',
      '5 Nov 2020',
      '5th November, 2020',
      'Nov. 5, 2020',
      'november 5 2020',
    ]) {
      expect(read(day), day).toBe('2020-11-05');
    }
  });

  it('takes the day before the month where both are numbers', () => {
    expect(read('3.4.2021')).toBe('2021-04-03');
  });

  it('refuses what is no day of the calendar, and a month that could be two', () => {
    for (const text of ['30.2.2020', '2021-02-29', '13.2020', 'Ju 2020', 'Foo 2020', '5 Nov', '20', '', 'yesterday']) {
      expect(read(text), text).toBeNull();
    }
  });

  it('reads back any date that it words itself', () => {
    const anyDay = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, fc.constantFrom(4, 7, 10), (date, length) => {
        const edtf = date.toISOString().slice(0, length);
        const parts = readDate(edtf);
        if (!parts) throw new Error(`${edtf} is not read`);
        expect(readTypedDate(wordDate(parts, 'en-GB'), 'en-GB')).toBe(edtf);
        expect(readTypedDate(edtf, 'en-GB')).toBe(edtf);
      }),
    );
  });

  it('gives a date of the catalogue or nothing for any text', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const edtf = read(text);
        if (edtf !== null) expect(readDate(edtf)).not.toBeNull();
      }),
    );
  });
});
