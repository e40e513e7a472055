import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfPassphrase, shortestPassphrase } from '../../core/vault-state.ts';

describe('a passphrase that is to be set', () => {
  it.each([
    'river umbrella',
    'жоўтая цэгла',
    '12345678',
    ' a b c d e  ',
    '🕊🕊🕊🕊🕊🕊🕊🕊',
    'e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301',
    'من\u200Cفی\u200Cرومیم',
  ])('may be %j', (passphrase) => {
    expect(faultOfPassphrase(passphrase)).toBeNull();
  });

  it.each([
    ['of blanks', ' '.repeat(20)],
    ['of blanks of other kinds', '\u00A0\u3000\u2003'.repeat(8)],
    ['of what is not seen', '\u200B\u200D\u2060\uFEFF'.repeat(8)],
    ['of seven signs among blanks', '   1234567   '],
    ['of signs that are one', 'e\u0301'.repeat(7)],
  ])('is too short %s', (_, passphrase) => {
    expect(faultOfPassphrase(passphrase)).toBe('short');
  });

  it.each(['\u0000', '\u0015', '\t', '\n', '\u007F', '\u0085', '\uD83D', '\uDD4A', '\uFFFD'])(
    'cannot be typed again with %j in it',
    (sign) => {
      expect(faultOfPassphrase(`correct horse${sign}battery`)).toBe('strange');
      expect(faultOfPassphrase(sign.repeat(9))).toBe('strange');
    },
  );

  it('may be any with enough letters and digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-яё0-9]+$/u), (passphrase) => {
        expect(faultOfPassphrase(passphrase)).toBe([...passphrase].length < shortestPassphrase ? 'short' : null);
      }),
      { numRuns: 200 },
    );
  });
});
