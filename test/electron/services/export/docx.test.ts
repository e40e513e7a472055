import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { citationText } from '../../../../core/citations/citer.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, type Report } from '../../../../core/report/report.ts';
import { writeDocx } from '../../../../electron/services/export/docx/write-docx.ts';
import { anyText } from '../../../support/any-text.ts';
import { findXmlError, listParts, machineTraces, unzipParts } from '../../../support/office-files.ts';
import { reportOf, sampleReport } from '../../../support/sample-report.ts';

const goldenParts = [
  '[Content_Types].xml',
  '_rels/.rels',
  'docProps/core.xml',
  'docProps/app.xml',
  'docProps/custom.xml',
  'word/_rels/document.xml.rels',
  'word/document.xml',
  'word/footnotes.xml',
  'word/styles.xml',
  'customXml/item1.xml',
  'customXml/itemProps1.xml',
];

const partOf = async (report: Report, path: string): Promise<string> =>
  unzipParts(await writeDocx(report)).get(path) ?? '';

/** The texts between the tags of `xml`, one after the other. */
const textIn = (xml: string): string =>
  xml
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const paragraphsIn = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>/gsu) ?? [];

const withParts = (parts: Report['parts']): Report => ({ ...sampleReport, parts });

afterEach(() => {
  vi.useRealTimers();
});

describe('a Word document', () => {
  it('is what the golden file holds', async () => {
    const path = join(import.meta.dirname, '../../../fixtures/export/sample.docx.golden');
    const written = listParts(await writeDocx(sampleReport), goldenParts);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, written);
    expect(written).toBe(readFileSync(path, 'utf8'));
  });

  it('consists of well-formed parts whatever the text, each with a type and every relationship with its part', async () => {
    const reports = [sampleReport, reportOf(''), withParts([])];
    const texts = fc.sample(anyText, { numRuns: 8, seed: 6 });
    for (const report of [...reports, ...texts.map(reportOf)]) {
      const parts = unzipParts(await writeDocx(report));
      const types = parts.get('[Content_Types].xml') ?? '';
      for (const [path, xml] of parts) {
        expect(findXmlError(xml), path).toBeNull();
        const extension = path.replace(/^.*\./u, '');
        const isTyped = types.includes(`PartName="/${path}"`) || types.includes(`Extension="${extension}"`);
        expect(isTyped || path === '[Content_Types].xml', path).toBe(true);
        if (!path.endsWith('.rels')) continue;
        const folder = path.replace(/_rels\/[^/]*$/u, '');
        for (const [, target = ''] of xml.matchAll(/Target="([^"]*)"/gu)) {
          expect([...parts.keys()]).toContain(new URL(target, `part:///${folder}`).pathname.slice(1));
        }
      }
    }
  });

  it('is the same from one time and place to the next', async () => {
    const first = await writeDocx(sampleReport);
    vi.useFakeTimers({ now: new Date('2031-07-01T03:04:05Z'), toFake: ['Date'] });
    expect(Buffer.from(await writeDocx(sampleReport)).equals(first)).toBe(true);
  });

  it('says nothing of who wrote it and where but the author of the report', async () => {
    const anonymous = await writeDocx({ ...sampleReport, author: null });
    for (const [path, xml] of unzipParts(anonymous)) {
      for (const trace of [...machineTraces, 'Un-named', 'O’Neill', 'rsid']) {
        expect(xml.includes(trace), `${trace} in ${path}`).toBe(false);
      }
    }
    const core = await partOf({ ...sampleReport, author: null }, 'docProps/core.xml');
    expect(core).not.toMatch(/creator|lastModifiedBy|revision/u);
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu)).toEqual([sampleReport.madeAt, sampleReport.madeAt]);
    const signed = await partOf(sampleReport, 'docProps/core.xml');
    expect(signed).toContain('<dc:creator>Алесь &quot;Author&quot; O’Neill &lt;a@example.org&gt;</dc:creator>');
  });

  it('has a footnote for each excerpt, in order, with the citation and its looks', async () => {
    const footnotes = (await partOf(sampleReport, 'word/footnotes.xml')).match(
      /<w:footnote w:id="\d.*?<\/w:footnote>/gsu,
    );
    const texts = (footnotes ?? []).slice(-excerptsOf(sampleReport).length).map((footnote) => textIn(footnote).trim());
    expect(texts).toEqual(excerptsOf(sampleReport).map(({ citation }) => printable(citationText(citation))));
    const [first = ''] = (footnotes ?? []).filter((footnote) => footnote.includes('w:id="1"'));
    expect(first).toMatch(/<w:i\/>(?:(?!<\/w:r>).)*Briefing on Belarus</u);
    expect(first).toMatch(/<w:smallCaps\/>(?:(?!<\/w:r>).)*State</u);
    const body = await partOf(sampleReport, 'word/document.xml');
    const references = [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/gu)].map(([, id]) => Number(id));
    expect(references).toEqual(excerptsOf(sampleReport).map(({ number }) => number));
  });

  it('has headings that Word knows as such, of each level', async () => {
    const paragraphs = paragraphsIn(await partOf(sampleReport, 'word/document.xml'));
    const styled = (style: string): string[] =>
      paragraphs.filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`)).map(textIn);
    expect(styled('Title')).toEqual([sampleReport.title]);
    expect(styled('Heading1')).toEqual(['What happened', 'gone', 'Sources']);
    expect(styled('Heading2')).toEqual(['# Hard | text *here*and there']);
    expect(styled('Heading3')).toEqual(['مكان']);
  });

  it('sets what is written from right to left so, and nothing else', async () => {
    const paragraphs = paragraphsIn(await partOf(sampleReport, 'word/document.xml'));
    const set = paragraphs.filter((paragraph) => paragraph.includes('<w:bidi/>')).map(textIn);
    expect(set).toEqual(['سلام عليكم، قالوا: «لا تعذيب» (2020) — 42%', 'مكان']);
    const runs = paragraphs.join('').match(/<w:r>.*?<\/w:r>/gsu) ?? [];
    expect(runs.filter((run) => run.includes('<w:rtl/>')).map(textIn)).toEqual([
      'سلام عليكم، قالوا: «لا تعذيب',
      'مكان',
    ]);
  });

  it('has a row for each source with its entry, file and whole SHA-256, under a header that repeats', async () => {
    const body = await partOf(sampleReport, 'word/document.xml');
    const rows = body.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
    expect(rows[0]).toContain('<w:tblHeader/>');
    const texts = rows.slice(1).map(textIn);
    expect(texts).toHaveLength(sampleReport.sources.length);
    for (const [index, { entry, publisher, file, sha256 }] of sampleReport.sources.entries()) {
      expect(texts[index]?.startsWith(`${index + 1}${citationText(entry)}${publisher}`), texts[index]).toBe(true);
      expect(texts[index]?.endsWith(file + sha256), texts[index]).toBe(true);
    }
  });

  it.each(['CURRENT', 'TOTAL_PAGES', 'SECTION', '{default-bullet-numbering-0}', '{default-bullet-numbering-0} {x}'])(
    'has %s as words, though the package writes fields by such names',
    async (text) => {
      const body = await partOf(reportOf(text), 'word/document.xml');
      const [bookmarked = ''] = /<w:bookmarkStart.*?<w:bookmarkEnd/su.exec(body) ?? [];
      expect(textIn(bookmarked.replace(/<w:bookmarkEnd$/u, ''))).toBe(text);
      expect(body).not.toContain('w:fldChar');
    },
  );

  it('tells how many excerpts are done, never fewer than before and never too many', async () => {
    const [first] = excerptsOf(sampleReport);
    if (!first) throw new Error('The sample report has excerpts.');
    const told: number[] = [];
    const many = Array.from({ length: 450 }, (_, index) => ({ ...first, number: index + 1 }));
    await writeDocx(withParts(many), (done) => told.push(done));
    expect(told).toEqual([100, 200, 300, 400]);
  });
});
