import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDate, writeOutDate } from '../../../core/statements/edtf-date.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';

const bundled = await readBundledStatements();
const originals = join(import.meta.dirname, '../../../../shared/statements');

describe('the bundled catalogue', () => {
  it.each(bundled.map((statement) => [statement.record.file, statement] as const))(
    'gives the SHA-256 and the length of %s',
    (_file, { record, bytes }) => {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(record.sha256);
      expect(bytes.length).toBe(record.bytes);
    },
  );

  it('brackets every title that the document does not bear, and quotes the others from the document', () => {
    for (const { record, text } of bundled) {
      const title = record.title.value ?? '';
      if (record.title.basis === 'inferred') expect(title).toMatch(/^\[.+\]$/u);
      else expect(text).toContain(title);
    }
  });

  it('marks every inferred date with a question mark, and only those', () => {
    for (const { record } of bundled) {
      const { value, basis } = record.date;
      expect(readDate(value ?? '')?.isUncertain).toBe(basis === 'inferred');
    }
  });

  it('says of every field whether it is stated or inferred, and from what', () => {
    for (const { record } of bundled) {
      const { title, kind, publisher, people, place, date, language, rights } = record;
      for (const { basis, from } of [title, kind, publisher, people, place, date, language, rights]) {
        expect(['stated', 'inferred']).toContain(basis);
        expect(from.length).toBeGreaterThan(5);
      }
    }
  });

  it.runIf(existsSync(originals))('holds the statements byte for byte', async () => {
    for (const { record, bytes } of bundled) {
      expect(bytes.equals(await readFile(join(originals, record.file)))).toBe(true);
    }
  });
});

describe('dates', () => {
  it.each([
    ['2020-11-05', '5 November 2020'],
    ['2023-05?', 'May 2023 (inferred)'],
    ['2023?', '2023 (inferred)'],
    ['2020-13', '2020-13'],
    ['unknown', 'unknown'],
  ])('writes %s as %s', (edtf, words) => {
    expect(writeOutDate(edtf)).toBe(words);
  });
});
