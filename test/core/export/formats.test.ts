import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../core/export/csv.ts';
import { writeHtml } from '../../../core/export/html.ts';
import { writeJson } from '../../../core/export/json.ts';
import { writeMarkdown } from '../../../core/export/markdown.ts';
import { writePlainText } from '../../../core/export/plain-text.ts';
import { excerptsOf, type Report } from '../../../core/report/report.ts';
import { sampleReport } from '../../support/sample-report.ts';

const writers: readonly (readonly [format: string, write: (report: Report) => string])[] = [
  ['md', writeMarkdown],
  ['html', writeHtml],
  ['txt', writePlainText],
  ['csv', writeCsv],
  ['json', writeJson],
];

const empty: Report = { ...sampleReport, author: null, parts: [], sources: [], tags: [], withheld: [] };

describe('an export of text', () => {
  it.each(writers)('as %s is what the golden file holds', (format, write) => {
    const path = join(import.meta.dirname, `../../fixtures/export/sample.${format}.golden`);
    const written = Buffer.from(write(sampleReport), 'utf8');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, written);
    expect(written.toString('utf8')).toBe(readFileSync(path, 'utf8'));
  });

  it.each(writers)('as %s gives every excerpt its whole fingerprint', (_, write) => {
    const written = write(sampleReport);
    for (const { sha256 } of sampleReport.sources) expect(written).toContain(sha256);
  });

  it.each(writers)('as %s is the same however often it is written, and leaves the report as it is', (_, write) => {
    const before = structuredClone(sampleReport);
    expect(write(sampleReport)).toBe(write(sampleReport));
    expect(sampleReport).toEqual(before);
  });

  it.each(writers)('as %s can be empty', (_, write) => {
    expect(write(empty)).not.toBe('');
    expect(write(empty)).not.toMatch(/undefined|null,null|NaN/u);
  });

  it.each(writers.filter(([format]) => format !== 'json'))(
    'as %s cannot be of a source that is not there',
    (_, write) => {
      const [first] = excerptsOf(sampleReport);
      if (!first) throw new Error('The sample report has excerpts.');
      expect(() => write({ ...empty, parts: [first] })).toThrow(/no source 0/u);
    },
  );
});
