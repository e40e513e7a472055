import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, wordDate } from '../../core/statements/edtf-date.ts';
import { readTypedDate } from '../../renderer/excerpts/read-typed-date.ts';
import { formatDate } from '../../renderer/language/format-date.ts';
import { languages } from '../../renderer/language/languages.ts';
import { hardText } from '../support/hard-text.ts';

const read = (text: string): string | null => readTypedDate(text, 'en');

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

  it('takes months in the language of the interface, in either form or shortened, and in English beside them', () => {
    for (const day of ['5 лістапада 2020', '5 ЛІС 2020 г.', '5 Nov 2020', '5 november 2020']) {
      expect(readTypedDate(day, 'be'), day).toBe('2020-11-05');
    }
    expect(readTypedDate('лістапад 2020', 'be')).toBe('2020-11');
    expect(readTypedDate('мая 2023', 'be')).toBe('2023-05');
    expect(readTypedDate('май 2023', 'ru')).toBe('2023-05');
    expect(readTypedDate('5 лют. 2021 р.', 'uk')).toBe('2021-02-05');
    expect(readTypedDate('2020 р.', 'uk')).toBe('2020');
    expect(readTypedDate('5 листопада 2020', 'en')).toBeNull();
  });

  it('reads back any date that the interface words itself, in each of its languages', () => {
    const anyDay = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, fc.constantFrom(4, 7, 10), fc.constantFrom(...languages), (date, length, language) => {
        const edtf = date.toISOString().slice(0, length);
        const parts = readDate(edtf);
        if (!parts) throw new Error(`${edtf} is not read`);
        const words = wordDate(parts, (day, style) => formatDate(day, language, style));
        expect(readTypedDate(words, language)).toBe(edtf);
        expect(readTypedDate(edtf, language)).toBe(edtf);
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
