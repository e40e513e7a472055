import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail } from '../../core/result.ts';
import { inEnglish, Sentence, say, sayInTurn, wordSentence } from '../../core/sentence.ts';
import { hardText } from '../support/hard-text.ts';

const tags = (count: number): string =>
  inEnglish(
    say(/*i18n*/ '{count, plural, =0 {No tag} one {# tag} other {# tags}} in {place}.', { count, place: 'it' }),
  );

describe('a sentence in English', () => {
  it('has its values in it', () => {
    expect(inEnglish(say(/*i18n*/ 'There is no tag “{name}” on level {level}.', { name: 'x', level: 2 }))).toBe(
      'There is no tag “x” on level 2.',
    );
  });

  it('counts', () => {
    expect([0, 1, 2, 21, 1_486].map(tags)).toEqual([
      'No tag in it.',
      '1 tag in it.',
      '2 tags in it.',
      '21 tags in it.',
      '1,486 tags in it.',
    ]);
  });

  it('chooses by a word, and has something for a word that it does not know', () => {
    const where = (place: string): string =>
      inEnglish(say(/*i18n*/ '{place, select, note {in the {place}} other {somewhere}}', { place }));
    expect([where('note'), where('margin')]).toEqual(['in the note', 'somewhere']);
  });

  it('holds other sentences', () => {
    const why = say(/*i18n*/ 'the disk is full: free some space and try again.');
    expect(inEnglish(say(/*i18n*/ '{path} could not be written: {why}', { path: '/a', why }))).toBe(
      '/a could not be written: the disk is full: free some space and try again.',
    );
  });

  it('repeats a value as it is', () => {
    fc.assert(
      fc.property(hardText, (name) => {
        expect(inEnglish(say(/*i18n*/ 'There is no tag “{name}”.', { name }))).toBe(`There is no tag “${name}”.`);
      }),
    );
  });

  it('takes no value for a pattern', () => {
    const braces = fc.string({ unit: fc.constantFrom('{', '}', '#', ',', 'name', ' plural', ' other', 'ё', '’', "'") });
    fc.assert(
      fc.property(braces, (name) => {
        const counted = say(/*i18n*/ '{count, plural, other {{name}: #}}', { count: 3, name });
        expect(inEnglish(counted)).toBe(`${name}: 3`);
        expect(inEnglish(sayInTurn([name, counted]))).toBe(`${name} ${name}: 3`);
      }),
    );
  });

  it.each([
    ['a value that is missing', 'No {name}.', { other: 'x' }],
    ['a brace that is not closed', 'No {name.', { name: 'x' }],
    ['a choice without a text for the rest', '{count, plural, one {x}}', { count: 2 }],
  ])('is refused with %s', (_, pattern, values) => {
    expect(() => inEnglish({ pattern, values })).toThrow(pattern);
  });
});

describe('sentences in turn', () => {
  it('stand with a space between, or with what is asked for', () => {
    expect(inEnglish(sayInTurn([say(/*i18n*/ 'Open it.'), say(/*i18n*/ 'Close it.')]))).toBe('Open it. Close it.');
    expect(inEnglish(sayInTurn(['a', 'b', 'c'], ', '))).toBe('a, b, c');
    expect(inEnglish(sayInTurn([]))).toBe('');
  });
});

describe('a sentence in another language', () => {
  const russian = new Map([
    ['The file {path} is missing.', 'Файла {path} нет.'],
    ['Look at it.', 'Посмотрите на него.'],
    ['{path} was not written, because {why}', 'Не записано в {path}: {why}'],
  ]);
  const inRussian = (sentence: Sentence): string =>
    wordSentence(sentence, (pattern, values) => {
      const found = russian.get(pattern);
      return found === undefined ? null : inEnglish({ pattern: found, values });
    });
  const missing = say(/*i18n*/ 'The file {path} is missing.', { path: '/a' });

  it('is its translation, also among others and inside another', () => {
    expect(inRussian(missing)).toBe('Файла /a нет.');
    expect(inRussian(sayInTurn([missing, say(/*i18n*/ 'Look at it.')]))).toBe('Файла /a нет. Посмотрите на него.');
    const outer = say(/*i18n*/ '{path} was not written, because {why}', { path: '/b', why: missing });
    expect(inRussian(outer)).toBe('Не записано в /b: Файла /a нет.');
  });

  it('is English with all that is in it where it has no translation', () => {
    const outer = say(/*i18n*/ 'Nothing was written: {why}', { why: missing });
    expect(inRussian(outer)).toBe('Nothing was written: The file /a is missing.');
    expect(inRussian(sayInTurn([missing, outer]))).toBe('Файла /a нет. Nothing was written: The file /a is missing.');
  });
});

describe('a sentence on its way', () => {
  it('arrives as it was', () => {
    const sent = sayInTurn([say(/*i18n*/ 'There is no tag “{name}”.', { name: 'катаванні' }), 'x', 3]);
    expect(Sentence.parse(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
  });

  it('is refused where it is none', () => {
    for (const wrong of [null, 'text', { pattern: 1, values: {} }, { pattern: 'a', values: { b: [] } }]) {
      expect(Sentence.safeParse(wrong).success).toBe(false);
    }
  });

  it('goes with the English of a fault', () => {
    const told = say(/*i18n*/ 'There is no tag “{name}”.', { name: 'x' });
    expect(fail('not-found', told).fault).toEqual({
      code: 'not-found',
      message: 'There is no tag “x”.',
      sentence: told,
    });
    expect(fail('invalid', 'Only for the terminal.').fault).toEqual({
      code: 'invalid',
      message: 'Only for the terminal.',
    });
  });
});
