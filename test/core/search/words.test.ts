import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../core/search/fold-word.ts';
import { wordsOf } from '../../../core/search/words.ts';

const keysIn = (text: string): string[] => wordsOf(text).flatMap((word) => word.keys);
const written = (text: string): string[] => wordsOf(text).map(({ start, end }) => text.slice(start, end));

describe('words', () => {
  it.each([
    ['a capital', 'DETENTION', 'detention'],
    ['an accent, composed', 'Herv\u00e9', 'herve'],
    ['an accent, combining', 'Herve\u0301', 'herve'],
    ['a stroke', 'Łukašenka', 'lukasenka'],
    ['a dotted capital', 'İzmir', 'izmir'],
    ['a ligature', 'ﬁnal', 'final'],
    ['a sharp s', 'STRAẞE', 'strasse'],
    ['ё', 'Алексиёв', 'алексиев'],
    ['a stress mark', 'Лукашэ\u0301нка', 'лукашэнка'],
    ['a soft hyphen', 'deten\u00adtion', 'detention'],
    ['a zero-width joiner', 'deten\u200dtion', 'detention'],
    ['a curly apostrophe', 'don’t', "don't"],
    ['a thousands comma', '1,486', '1486'],
    ['a thousands space', '1\u00a0486', '1486'],
    ['a narrow thousands space', '1\u202f234\u202f567', '1234567'],
  ])('folds %s', (_, text, key) => {
    expect(keysIn(text)).toEqual([key]);
    expect(written(text)).toEqual([text]);
  });

  it.each(['й', 'ў', 'ї'])('keeps %s a letter of its own, composed or not', (letter) => {
    expect(keysIn(letter)).toEqual([letter]);
    expect(keysIn(letter.normalize('NFD'))).toEqual([letter]);
  });

  it.each([
    ['Chinese', '人人生而自由,在尊严', ['人', '人', '生', '而', '自', '由', '在', '尊', '严']],
    ['Japanese', '自由で、カー々', ['自', '由', 'で', 'カ', 'ー', '々']],
    ['Thai', 'มนุษย์ทั้ง', ['ม', 'นุ', 'ษ', 'ย์', 'ทั้', 'ง']],
    ['Khmer', 'មនុស្ស', ['ម', 'នុ', 'ស្', 'ស']],
    ['Yi', 'ꊿꂷꃅ', ['ꊿ', 'ꂷ', 'ꃅ']],
  ])('takes each character of %s for a word, since nothing stands between words', (_, text, words) => {
    expect(written(text)).toEqual(words);
  });

  it('keeps the words of scripts with spaces whole, beside others too', () => {
    expect(written('모든 인간은 मनुष्य ABC自由12')).toEqual(['모든', '인간은', 'मनुष्य', 'ABC', '自', '由', '12']);
  });

  it('finds a possessive with and without its ending', () => {
    expect(keysIn('Lukashenka’s')).toEqual(["lukashenka's", 'lukashenka']);
  });

  it('finds a hyphenated word as one and as its parts', () => {
    expect(keysIn('ill-treatment')).toEqual(['illtreatment', 'ill', 'treatment']);
    expect(keysIn('question\u2011and-answer')).toEqual(['questionandanswer', 'question', 'and', 'answer']);
  });

  it('joins a word that is hyphenated at the end of a line', () => {
    expect(keysIn('deten-\n  tion centre')).toEqual(['detention', 'deten', 'tion', 'centre']);
    expect(keysIn('deten\u00ad\ntion')).toContain('detention');
  });

  it('does not join words around a dash that stands free', () => {
    expect(keysIn('Lithuania – Belarus')).toEqual(['lithuania', 'belarus']);
  });

  it('does not read a year after a day as one number', () => {
    expect(keysIn('9,2020')).toEqual(['9', '2020']);
  });

  it('leaves quotation marks, lone surrogates and emoji outside', () => {
    expect(written('‘serious’ \ud800vote\udc00 👩‍⚖️ ʼtisʼ')).toEqual(['serious', 'vote', 'tis']);
  });

  it('reads a word of a million letters', () => {
    expect(wordsOf('a'.repeat(1_000_000))).toHaveLength(1);
  });

  it('gives words in order, and simple words that do not overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const simple = wordsOf(text).filter((word) => word.span === 1);
        for (const [at, word] of simple.entries()) {
          expect(word.index).toBe(at);
          expect(word.start).toBeGreaterThanOrEqual(simple[at - 1]?.end ?? 0);
          expect(word.end).toBeGreaterThan(word.start);
        }
      }),
    );
  });

  it('folds a key to itself, and a text in any Unicode form to the same keys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const key of keysIn(text)) expect(foldWord(key)).toBe(key);
        expect(keysIn(text.normalize('NFD'))).toEqual(keysIn(text.normalize('NFC')));
      }),
    );
  });
});
