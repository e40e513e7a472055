import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateStrength, guessBits } from '../../../renderer/vault/estimate-strength.ts';

describe('the strength of a passphrase', () => {
  it('is none below eight characters, whatever they are', () => {
    expect(estimateStrength('')).toBe('short');
    expect(estimateStrength('x7$Kq!2')).toBe('short');
  });

  it('is none for what is guessed first, with digits, signs, spaces and capitals too', () => {
    const common = ['Password', 'password123!', 'Qwerty2024', 'жыве беларусь', 'ЖывеБеларусь!', 'йцукенгш', '12345678'];
    for (const each of [...common, 'correct horse battery staple', '987654321', 'aaaaaaaaaa', '...iloveyou']) {
      expect(estimateStrength(each), each).toBe('common');
    }
  });

  it('is weak for a name with a year, a word and a digit, and long walks along the keyboard', () => {
    for (const each of ['Natallia1987', 'elephant7', 'asdfgh zxcvbn qwerty', 'minsk 2020 minsk 2020 minsk']) {
      expect(estimateStrength(each), each).toBe('weak');
    }
  });

  it('is fair for four words and strong for six, in any alphabet', () => {
    expect(estimateStrength('river umbrella forty candle')).toBe('fair');
    expect(estimateStrength('жнівень лямпа вугал дождж')).toBe('fair');
    expect(estimateStrength('river umbrella forty candle window pepper')).toBe('strong');
    expect(estimateStrength('жнівень лямпа возера дождж аловак капуста')).toBe('strong');
  });

  it('is at least fair for a dozen characters by chance', () => {
    expect(estimateStrength('x7$Kq!2pZr9w')).not.toBe('weak');
  });

  it('is the same however its letters are composed', () => {
    const typed = 'жні\u0306вень лё\u0301дка 47 ріверс';
    expect(guessBits(typed.normalize('NFD'))).toBe(guessBits(typed.normalize('NFC')));
  });

  it('never falls when a word is added, and gains nothing by the same word again', () => {
    const word = fc.stringMatching(/^[a-z]{3,10}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), word, (words, next) => {
        const before = guessBits(words.join(' '));
        expect(guessBits([...words, next].join(' '))).toBeGreaterThan(before);
        expect(guessBits([...words, words[0]].join(' '))).toBeLessThanOrEqual(before + 1);
      }),
    );
  });
});
