import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRecoveryKey, printRecoveryKey, readRecoveryKey } from '../../../../electron/store/vault/recovery-key.ts';

const anyKey = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((bytes) => Buffer.from(bytes));

describe('a recovery key', () => {
  it('has 160 bits, and is never the same twice', () => {
    expect(newRecoveryKey()).toHaveLength(20);
    expect(newRecoveryKey()).not.toEqual(newRecoveryKey());
  });

  it('is printed in groups, without signs that look like others', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(printRecoveryKey(key)).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/u);
      }),
    );
  });

  it('is read back however it is grouped and written', () => {
    const confused = (text: string): string => text.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' – ');
    fc.assert(
      fc.property(anyKey, (key) => {
        const printed = printRecoveryKey(key);
        for (const typed of [printed, printed.toLowerCase(), printed.replaceAll('-', ''), ` ${confused(printed)}\n`]) {
          expect(readRecoveryKey(typed)).toEqual(key);
        }
      }),
    );
  });

  it('is told from one in which a sign was mistyped, but for one slip in thousands', () => {
    let passed = 0;
    let tried = 0;
    const slip = fc.tuple(anyKey, fc.nat(34), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
    fc.assert(
      fc.property(slip, ([key, at, sign]) => {
        const signs = printRecoveryKey(key).replaceAll('-', '');
        if (signs[at] === sign) return;
        tried += 1;
        if (readRecoveryKey(signs.slice(0, at) + sign + signs.slice(at + 1))) passed += 1;
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect(tried).toBeGreaterThan(1_500);
    expect(passed).toBeLessThanOrEqual(2);
  });

  it.each(['', 'no key', 'U'.repeat(35), '0'.repeat(34), '0'.repeat(36), 'Лукашэнка'.repeat(4)])(
    'is not “%s”',
    (typed) => {
      expect(readRecoveryKey(typed)).toBeNull();
    },
  );
});
