import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversion } from '../../../../../electron/services/library/convert/conversion.ts';
import { convertText } from '../../../../../electron/services/library/convert/convert-text.ts';
import { hardText } from '../../../../support/hard-text.ts';
import { encodeLegacy } from './encode-legacy.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function convert(bytes: Uint8Array, encoding?: string): Promise<Conversion> {
  const converted = await convertText({ name: 'statement.txt', bytes }, encoding === undefined ? {} : { encoding });
  if (!converted.ok) throw new Error(converted.fault.message);
  return converted.value;
}

async function refusalOf(bytes: Uint8Array, encoding?: string): Promise<string> {
  const converted = await convertText({ name: 'statement.txt', bytes }, encoding === undefined ? {} : { encoding });
  return converted.ok ? 'was read' : converted.fault.message;
}

const russian = 'Все люди рождаются свободными и равными в своём достоинстве и правах.';

describe('a text file', () => {
  it('is its own text, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(hardText, async (text) => {
        fc.pre(
          text.trim() !== '' &&
            !text.startsWith('\ufeff') &&
            !/\p{Cc}|[\ufffd-\uffff]/u.test(text.replace(/[\t\n]/gu, '')),
        );
        expect((await convert(utf8(text))).text).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('has LF at its line ends and no byte order mark', async () => {
    const converted = await convert(utf8('\ufeffOne\r\nTwo\rThree\n'));
    expect(converted.text).toBe('One\nTwo\nThree\n');
    expect(converted.encoding).toEqual({ name: 'utf-8', basis: 'stated' });
    expect(converted).toMatchObject({ format: 'text', structure: [], pages: null, facts: {}, remarks: [] });
  });

  it('is read in the encoding that was found out, and in the one that was chosen', async () => {
    const bytes = encodeLegacy(russian, 'koi8-r');
    expect(await convert(bytes)).toMatchObject({ text: russian, encoding: { name: 'koi8-r', basis: 'inferred' } });
    const chosen = await convert(bytes, 'windows-1251');
    expect(chosen.encoding).toEqual({ name: 'windows-1251', basis: 'stated' });
    expect(chosen.text).toContain('чУЕ МАДЙ');
  });

  it('says how many characters could not be read', async () => {
    const converted = await convert(utf8(russian.repeat(3)).subarray(0, -1));
    expect(converted.text.endsWith('\ufffd')).toBe(false);
    const damaged = Buffer.concat([utf8(russian.repeat(3)), Buffer.from([0xd0, 0x20]), utf8(russian.repeat(3))]);
    const read = await convert(damaged);
    expect(read.remarks.map(({ values }) => values['count'])).toEqual([1]);
    expect(read.text).toContain('\ufffd');
  });
});

describe('what is no text', () => {
  it('is refused, whatever bytes it has', async () => {
    expect(await refusalOf(randomBytes(5_000))).toMatch(/^The file is no text/u);
    expect(await refusalOf(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0))).toMatch(
      /^The file is no text/u,
    );
  });

  it('is refused when there is nothing but white space', async () => {
    expect(await refusalOf(utf8(' \n\t\n'))).toBe('There is no text in the file: choose another one.');
    expect(await refusalOf(new Uint8Array())).toBe('There is no text in the file: choose another one.');
    expect(await refusalOf(new Uint8Array([0, 1]))).toBe('There is no text in the file: choose another one.');
  });

  it('is refused in an encoding that makes nothing of it, or that there is not', async () => {
    expect(await refusalOf(encodeLegacy(russian, 'windows-1251'), 'utf-8')).toBe(
      'The file is no text in the encoding utf-8: choose another encoding.',
    );
    expect(await refusalOf(utf8(russian), 'klingon')).toBe(
      'Attest knows no encoding called “klingon”: choose another one.',
    );
  });

  it('is refused when it is too long', async () => {
    expect(await refusalOf(Buffer.alloc(17 * 1024 * 1024, 'word '))).toMatch(/^The text is too long to be read/u);
    expect(await refusalOf(Buffer.alloc(101 * 1024 * 1024, 'word '))).toMatch(/^The file is too large to be read/u);
  });

  it('never throws, whatever the bytes and the encoding', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(undefined, 'utf-16le', 'windows-1252', 'gb18030', 'iso-2022-jp', ''),
        async (bytes, encoding) => {
          expect(typeof (await refusalOf(bytes, encoding))).toBe('string');
        },
      ),
      { numRuns: 200 },
    );
  });
});
