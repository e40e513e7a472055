import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodings } from '../../../../../core/statements/encodings.ts';
import { decodeBytes, encodingNamed } from '../../../../../electron/services/library/convert/decode-bytes.ts';
import { detectEncoding } from '../../../../../electron/services/library/convert/detect-encoding.ts';
import { hardText } from '../../../../support/hard-text.ts';
import { cutPieces, declarationText } from './declaration-text.ts';
import { encodeLegacy, encodeUtf16 } from './encode-legacy.ts';

const statements = join(import.meta.dirname, '../../../../../resources/statements');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** How many of the pieces are read right, in per cent. Pieces that are the same in both encodings are right in either. */
function accuracy(pieces: readonly string[], encoding: string): number {
  const read = pieces.map((piece) => {
    const bytes = encodeLegacy(piece, encoding);
    return decodeBytes(bytes, detectEncoding(bytes).name) === decodeBytes(bytes, encoding);
  });
  return (100 * read.filter(Boolean).length) / read.length;
}

describe('Unicode', () => {
  it('takes a byte order mark for what the file states', () => {
    expect(detectEncoding(utf8('\ufeffправа'))).toEqual({ name: 'utf-8', basis: 'stated' });
    expect(detectEncoding(encodeUtf16('\ufeffправа', 'le'))).toEqual({ name: 'utf-16le', basis: 'stated' });
    expect(detectEncoding(encodeUtf16('\ufeffправа', 'be'))).toEqual({ name: 'utf-16be', basis: 'stated' });
  });

  it('knows UTF-8 without a mark by its rules, in any script', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(detectEncoding(utf8(text))).toEqual({ name: 'utf-8', basis: 'inferred' });
      }),
      { numRuns: 200 },
    );
  });

  it.each(['le', 'be'] as const)('knows UTF-16%s without a mark by the zero bytes of its spaces', (order) => {
    for (const code of ['eng', 'bel', 'arb', 'kor', 'fra']) {
      const piece = declarationText(code).slice(0, 120);
      expect(detectEncoding(encodeUtf16(piece, order)), code).toEqual({ name: `utf-16${order}`, basis: 'inferred' });
    }
  });

  it('stays with UTF-8 where the last character was cut in two', () => {
    const bytes = utf8(declarationText('bel').slice(0, 300));
    expect(detectEncoding(bytes.subarray(0, -1)).name).toBe('utf-8');
  });

  it('does not take a file with zero bytes in all places for UTF-16', () => {
    expect(detectEncoding(Uint8Array.of(0x41, 0, 0, 0x42, 0, 0x43, 0x44, 0)).name).toBe('utf-8');
  });
});

/**
 * Measured on up to 200 pieces of each declaration, with what chardet alone has in brackets, in per cent:
 *
 *                               50 letters    200 letters   1000 letters
 *     Russian     windows-1251   100 (100)     100 (100)     100 (100)
 *                 KOI8-R         100  (98)     100 (100)     100 (100)
 *                 ISO-8859-5     100  (99)     100 (100)     100 (100)
 *                 IBM866         100   (0)     100   (0)     100   (0)
 *                 Macintosh       93  (30)     100   (0)     100   (0)
 *     Belarusian  windows-1251   100  (72)     100  (93)     100 (100)
 *                 KOI8-U         100   (5)     100   (0)     100   (0)
 *     Ukrainian   windows-1251   100  (91)     100 (100)     100 (100)
 *                 KOI8-U         100   (4)     100   (0)     100   (0)
 *
 * Without я and capitals a text is the same in windows-1251 and on a Macintosh, but for its quotation marks.
 */
describe('the older encodings of Cyrillic', () => {
  const cases = [
    ['rus', ['windows-1251', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic']],
    ['bel', ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic']],
    ['ukr', ['windows-1251', 'koi8-u', 'iso-8859-5', 'x-mac-cyrillic']],
  ] as const;

  it.each(cases)('are told apart in %s', (code, names) => {
    const text = declarationText(code);
    for (const encoding of names) {
      expect(accuracy(cutPieces(text, 50, 200), encoding), `${encoding}, 50 letters`).toBeGreaterThanOrEqual(
        encoding === 'x-mac-cyrillic' ? 90 : 98,
      );
      expect(accuracy(cutPieces(text, 200, 60), encoding), `${encoding}, 200 letters`).toBe(100);
      expect(accuracy(cutPieces(text, 1_000), encoding), `${encoding}, 1000 letters`).toBe(100);
    }
  });

  it('are told apart in capitals too', () => {
    const text = declarationText('rus').toUpperCase();
    for (const encoding of ['windows-1251', 'koi8-r', 'ibm866']) {
      expect(accuracy(cutPieces(text, 200), encoding), encoding).toBeGreaterThanOrEqual(97);
    }
  });

  it('are told apart in Bulgarian, Serbian and Macedonian', () => {
    for (const code of ['bul', 'srp_cyrl', 'mkd']) {
      expect(accuracy(cutPieces(declarationText(code), 200), 'windows-1251'), code).toBeGreaterThanOrEqual(97);
    }
  });

  it('are found in a file that begins with much English', () => {
    const text = `${'A statement in English. '.repeat(4_000)}\n${declarationText('bel').slice(0, 2_000)}`;
    expect(detectEncoding(encodeLegacy(text, 'windows-1251')).name).toBe('windows-1251');
  });
});

/** Measured like the above: what is not Cyrillic is not taken for it. */
describe('other encodings', () => {
  it.each([
    ['fra', 'windows-1252', 97],
    ['deu_1996', 'windows-1252', 97],
    ['spa', 'windows-1252', 97],
    ['pol', 'windows-1250', 95],
    ['pol', 'iso-8859-2', 95],
    ['ces', 'windows-1250', 95],
    ['hun', 'windows-1250', 95],
    ['lit', 'windows-1257', 95],
    ['tur', 'windows-1254', 95],
    ['ell_monotonic', 'windows-1253', 97],
    ['heb', 'windows-1255', 95],
    ['arb', 'windows-1256', 97],
    ['jpn', 'shift_jis', 97],
    ['jpn', 'euc-jp', 97],
    ['cmn_hans', 'gb18030', 97],
    ['cmn_hant', 'big5', 97],
    ['kor', 'euc-kr', 97],
  ] as const)('%s in %s is right in pieces of 200 letters', (code, encoding, floor) => {
    const pieces = cutPieces(declarationText(code), 200);
    expect(accuracy(pieces, encoding)).toBeGreaterThanOrEqual(floor);
  });

  it.each([
    '000_46b87868a09d3577',
    '001_d012b4a4f31161df',
    '002_fbbd0afe311f3780',
    '003_7caa75fa661d9e47',
    '004_d2903c5520cc584b',
  ])('the bundled statement %s, saved in windows-1252, is read with its quotation marks and dashes', (name) => {
    const text = readFileSync(join(statements, `${name}.txt`), 'utf8');
    for (const length of [200, 1_000]) expect(accuracy(cutPieces(text, length), 'windows-1252')).toBe(100);
  });
});

it('finds Japanese between escapes', () => {
  const bytes = Buffer.from('Date\n\u001b$B9T@/\u001b(B\n', 'latin1');
  const { name } = detectEncoding(bytes);
  expect(decodeBytes(bytes, name)).toBe('Date\n行政\n');
});

describe('the encodings to choose from', () => {
  it('are all known to the decoder, by the names they have in the standard', () => {
    for (const encoding of encodings) expect(encodingNamed(encoding)).toBe(encoding);
    expect(encodingNamed('latin1')).toBe('windows-1252');
    expect(encodingNamed('cp1251')).toBe('windows-1251');
    expect(encodingNamed('no such encoding')).toBeNull();
    expect(decodeBytes(utf8('a'), 'no such encoding')).toBeNull();
  });

  it('are decoded as the standard has them where Node does otherwise', () => {
    expect(decodeBytes(Uint8Array.of(0x80, 0x91, 0x92, 0x93, 0x94, 0x97, 0x9f, 0xe9), 'windows-1252')).toBe('€‘’“”—Ÿé');
    expect(decodeBytes(Uint8Array.of(0xae, 0xbe, 0xa6), 'koi8-u')).toBe('ўЎі');
  });

  it('are among them whatever is detected, of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(encodings).toContain(detectEncoding(bytes).name);
      }),
      { numRuns: 300 },
    );
  });
});
