import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateStrength, type Strength } from '../../../renderer/vault/estimate-strength.ts';
import { hardText } from '../../support/hard-text.ts';

const strengthOf = (passphrase: string): Strength => estimateStrength(passphrase).strength;
const bitsOf = (passphrase: string): number => Math.log2(estimateStrength(passphrase).guesses);

const year = 365 * 24 * 60 * 60;

describe('the strength of a passphrase', () => {
  it('is none for what is guessed first, with digits, signs, spaces and capitals too', () => {
    const common = ['Password', 'password123!', 'Qwerty2024', 'p@ssw0rd', 'elephant7', '12345678', '987654321'];
    for (const each of [...common, 'correct horse battery staple', 'aaaaaaaaaa', '...iloveyou', '------------']) {
      expect(strengthOf(each), each).toBe('common');
    }
  });

  it('is none for what is guessed first in Cyrillic, whichever keyboard it was typed on', () => {
    const cyrillic = [
      'йцукенгш',
      'пароль123',
      'Наташа1987',
      'привет привет',
      'жыве беларусь',
      'ЖывеБеларусь!',
      'СлаваУкраїні',
    ];
    for (const each of [...cyrillic, 'gfhjkm12', 'зфыыцщкв']) expect(strengthOf(each), each).toBe('common');
  });

  it('is weak for a name with a year, two words, and walks along the keyboard', () => {
    const latin = ['Natallia1987', 'constructor river', 'asdfgh zxcvbn qwerty', 'minsk 2020 minsk 2020 minsk'];
    const cyrillic = ['Лукашенко2020', 'жнівень лямпа', 'ljhjuf kjnjc', 'zhnivien liampa'];
    for (const each of [...latin, ...cyrillic]) expect(strengthOf(each), each).toMatch(/^(?:weak|common)$/u);
  });

  it('is fair for four words and strong for six, in any alphabet', () => {
    expect(strengthOf('river umbrella forty candle')).toBe('fair');
    expect(strengthOf('жнівень лямпа вугал дождж')).toBe('fair');
    expect(strengthOf('river umbrella forty candle window pepper')).toBe('strong');
    expect(strengthOf('жнівень лямпа возера дождж аловак капуста')).toBe('strong');
  });

  it('counts a word of a language without a dictionary as a word, not as letters by chance', () => {
    for (const word of ['жнівеньскі', 'zhnivienski', 'աշխարհակալ', 'ისტორიული', 'ljhjubvb']) {
      expect(bitsOf(word), word).toBeLessThan(21);
    }
    expect(bitsOf('kqzxvbtrwplmnsdf')).toBeGreaterThan(45);
  });

  it('is at least fair for a dozen characters by chance', () => {
    expect(strengthOf('x7$Kq!2pZr9w')).toBe('fair');
    expect(strengthOf('x7$Kq!2pZr9wK#4')).toBe('strong');
  });

  it('gains nothing by what stands between the words, and by all of it again', () => {
    const words = ['river', 'umbrella', 'forty', 'candle'];
    const joined = bitsOf(words.join(''));
    for (const between of [' ', '-', '_', '. ', ' / '])
      expect(bitsOf(words.join(between)), between).toBeLessThanOrEqual(joined);
    expect(bitsOf('жнівень лямпа вугал дождж '.repeat(38))).toBe(bitsOf('жнівень лямпа вугал дождж'));
    expect(bitsOf('x7$Kq!2pZr9w'.repeat(21))).toBe(bitsOf('x7$Kq!2pZr9w'));
  });

  it('is the same however its letters are composed', () => {
    const typed = 'жні\u0306вень лё\u0301дка 47 ріверс';
    expect(bitsOf(typed.normalize('NFD'))).toBe(bitsOf(typed.normalize('NFC')));
  });

  it('falls with every name of the workspace in it', () => {
    const passphrase = 'Ґвалтаванне Кастрычніцкая 31';
    const known = estimateStrength(passphrase, ['Ґвалтаванне', 'Кастрычніцкая, 31']);
    expect(known.guesses).toBeLessThan(estimateStrength(passphrase).guesses / 1000);
    expect(estimateStrength('Валадарка-2020', ['Валадарка']).warning).toBe('userInputs');
  });

  it('says what is easy in it, and how long ten thousand computers need', () => {
    expect(estimateStrength('iloveyou').warning).toBe('topHundred');
    expect(estimateStrength('aaaaaaaaaa')).toMatchObject({
      warning: 'simpleRepeat',
      suggestions: ['anotherWord', 'repeated'],
    });
    // A phrase is no single word, though it is read as one.
    expect(estimateStrength('жнівеньскі').warning).toBe('wordByItself');
    expect(estimateStrength('жнівень скі').warning).toBeNull();
    const { guesses, seconds } = estimateStrength('river umbrella forty candle');
    expect(seconds).toBe(guesses / 10_000);
    expect(seconds).toBeGreaterThan(year);
  });

  it('is given for any text, however hard and long', () => {
    const part = fc.oneof(hardText, fc.constantFrom('constructor', '__proto__', ' ', '1', 'aaa', '\ud800'));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        expect(estimateStrength(`x${parts.join('')}`).guesses).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  it('looks at nothing beyond 128 characters, and at repetitions of any length', () => {
    const long = [...Array(128).keys()].map((at) => String.fromCodePoint(0x430 + ((at ** 3 % 127) % 31))).join('');
    expect(bitsOf(`${long}x7$Kq!2pZr9w`)).toBe(bitsOf(long));
    expect(strengthOf('ab'.repeat(500))).toBe('common');
  });
});
