import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../core/export/export-record.ts';
import { printable } from '../../../../core/export/print-text.ts';
import { excerptsOf, runsText } from '../../../../core/report/report.ts';
import { writeDocx } from '../../../../electron/services/export/docx/write-docx.ts';
import { readDocx } from '../../../../electron/services/verify/read-docx.ts';
import { anyText } from '../../../support/any-text.ts';
import { claimingSize, unzipParts } from '../../../support/office-files.ts';
import { reportOf, reportQuoting, sampleReport } from '../../../support/sample-report.ts';

const sample = await writeDocx(sampleReport);

const readWell = (bytes: Uint8Array) => {
  const result = readDocx(bytes);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};

const messageOf = (bytes: Uint8Array): string => {
  const result = readDocx(bytes);
  return result.ok ? '' : result.fault.message;
};

/** The document with one of its parts changed; without it where `change` gives `null`. */
function edited(bytes: Uint8Array, path: string, change: (xml: string) => string | null): Uint8Array {
  const parts = unzipParts(bytes);
  const changed = change(parts.get(path) ?? '');
  if (changed === null) parts.delete(path);
  else parts.set(path, changed);
  return zipSync(Object.fromEntries([...parts].map(([name, xml]) => [name, strToU8(xml)])));
}

/** How the ninth quotation, “These words stand twice.”, is read once `change` was made to the body. */
function ninth(change: (xml: string) => string): string | undefined {
  const bytes = edited(sample, 'word/document.xml', (xml) => {
    const changed = change(xml);
    expect(changed).not.toBe(xml);
    return changed;
  });
  return readWell(bytes).quotations.get(9);
}

const words = '<w:r><w:t xml:space="preserve">These words stand twice.</w:t></w:r>';
const run = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const instead = (markup: string) => (xml: string) => xml.replace(words, () => markup);

describe('a Word document', () => {
  it('is read back with every quotation and the record as they were written', () => {
    const { record, quotations, positions, ...others } = readWell(sample);
    expect(record).toEqual(recordOf(sampleReport));
    expect(others).toEqual({ disguises: new Map(), unmarked: [] });
    expect([...positions]).toEqual(
      excerptsOf(sampleReport).map(({ number, source, start, end }) => [number, [{ source, start, end }]]),
    );
    expect([...quotations]).toEqual(
      excerptsOf(sampleReport).map(({ number, quotation }) => [number, printable(runsText(quotation))]),
    );
  });

  it('is read back so whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const report = reportQuoting(text);
        const { record, quotations, disguises, unmarked } = readWell(await writeDocx(report));
        expect([disguises.size, unmarked]).toEqual([0, []]);
        expect(record).toEqual(recordOf(report));
        expect([...quotations.values()]).toEqual([printable(text)]);
      }),
      { numRuns: 30 },
    );
  });

  it('is read back so when the same text stands all around', async () => {
    for (const text of ['attest_1', ']]>&lt;', '  \n\t ']) {
      const { quotations } = readWell(await writeDocx(reportOf(text)));
      expect([...new Set(quotations.values())]).toEqual([text]);
    }
  });

  it('is read through whatever Word puts among the words', () => {
    const spelling = '<w:proofErr w:type="spellStart"/>';
    const split = `${run('These ')}${spelling}<w:smartTag w:uri="x" w:element="y">${run('words')}</w:smartTag>${run(' stand ')}<w:hyperlink r:id="x">${run('twice')}</w:hyperlink>${run('.')}`;
    expect(ninth(instead(split))).toBe('These words stand twice.');
    expect(ninth(instead(`${run('a')}<w:r><w:br/><w:tab/><w:noBreakHyphen/><w:br w:type="page"/></w:r>`))).toBe(
      'a\n\t\u2011',
    );
    expect(ninth(instead('<w:r><w:t> These\n words </w:t></w:r>'))).toBe('These  words');
    const pictured = `${run('a')}<w:r><w:drawing><w:txbxContent><w:p>${run('box')}</w:p></w:txbxContent></w:drawing></w:r>${run('b')}`;
    expect(ninth(instead(pictured))).toBe('ab');
  });

  it('is read as if its tracked changes were accepted, and without hidden words', () => {
    const deleted = `${run('These ')}<w:del w:id="90">${run('old ')}<w:r><w:delText>old </w:delText></w:r></w:del>`;
    const inserted = `<w:ins w:id="91">${run('new ')}</w:ins><w:moveFrom w:id="92">${run('moved ')}</w:moveFrom>`;
    const hidden = run('hidden ', '<w:rPr><w:vanish/></w:rPr>');
    const shown = run(
      'shown',
      '<w:rPr><w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>',
    );
    expect(ninth(instead(deleted + inserted + hidden + shown))).toBe('These new shown');
  });

  it('has a line break where a quotation was split into paragraphs', () => {
    const style = '<w:pPr><w:pStyle w:val="ExcerptQuotation"/></w:pPr>';
    expect(ninth(instead(`${run('a')}</w:p><w:p>${style}${run('b')}`))).toBe('a\nb');
    const joined = '<w:pPr><w:pStyle w:val="ExcerptQuotation"/><w:rPr><w:del w:id="93"/></w:rPr></w:pPr>';
    expect(
      ninth((xml) =>
        xml
          .replace(/<w:pPr>(?:(?!<w:pPr>).)*attest_9"[^>]*>/su, (start) =>
            start.replace(/<w:pPr>.*<\/w:pPr>/su, joined),
          )
          .replace(words, `${run('a')}</w:p><w:p>${style}${run('b')}`),
      ),
    ).toBe('ab');
    expect(ninth((xml) => xml.replace(/(attest_9".*?)(<w:bookmarkEnd w:id="9"\/>)(.*?<\/w:p>)/su, '$1$3$2'))).toBe(
      'These words stand twice.',
    );
  });

  it('counts words beside the bookmark as quoted in a quotation’s own paragraph, and elsewhere not', () => {
    const followedBy = (text: string) => (xml: string) =>
      xml.replace(/(<w:bookmarkEnd w:id="9"\/>.*?)(<\/w:p>)/su, `$1${run(text)}$2`);
    expect(ninth(followedBy(' Or not.'))).toBe('These words stand twice. Or not.');
    expect(ninth(followedBy('  '))).toBe('These words stand twice.');
    expect(ninth((xml) => xml.replace(/(<w:bookmarkStart w:name="attest_9")/u, `${run('Never ')}$1`))).toBe(
      'Never These words stand twice.',
    );
    const inline = (xml: string): string =>
      followedBy(' he said.')(xml).replaceAll('<w:pStyle w:val="ExcerptQuotation"/>', '<w:pStyle w:val="Normal"/>');
    expect(ninth(inline)).toBe('These words stand twice.');
  });

  it('has no quotation for an excerpt whose bookmark is gone, and lets no second bookmark hide other words', () => {
    expect(ninth((xml) => xml.replace('attest_9"', 'other"'))).toBeUndefined();
    const copy = `<w:p><w:bookmarkStart w:id="99" w:name="attest_9"/>${run('Other.')}<w:bookmarkEnd w:id="99"/></w:p>`;
    expect(ninth((xml) => xml.replace('<w:sectPr>', `${copy}<w:sectPr>`))).toBe('These words stand twice.\nOther.');
  });

  /** What is found once `change` was made to the body, and `styles` put among the styles. */
  const findingsOf = (change: (xml: string) => string, styles = '') => {
    const body = edited(sample, 'word/document.xml', (xml) => {
      const changed = change(xml);
      expect(changed).not.toBe(xml);
      return changed;
    });
    return readWell(edited(body, 'word/styles.xml', (xml) => xml.replace('</w:styles>', `${styles}</w:styles>`)));
  };
  const quotationStyle = '<w:pPr><w:pStyle w:val="ExcerptQuotation"/></w:pPr>';
  const afterNinth = (markup: string) => (xml: string) => xml.replace(/(attest_9".*?<\/w:p>)/su, `$1${markup}`);

  it('counts what was written under a quotation in its style as quoted', () => {
    const more = `<w:p>${quotationStyle}${run('They killed everyone.')}</w:p>`;
    const read = findingsOf(afterNinth(`<w:p>${quotationStyle}</w:p>${more}`));
    expect(read.quotations.get(9)).toBe('These words stand twice.\nThey killed everyone.');
    expect(read.unmarked).toEqual([]);
    const own = `<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="ExcerptQuotation"/></w:style>`;
    const based = findingsOf(afterNinth(more.replace('ExcerptQuotation', 'Mine')), own);
    expect(based.quotations.get(9)).toContain('They killed everyone.');
    expect(findingsOf(afterNinth(`<w:p>${run('My own words.')}</w:p>`)).quotations.get(9)).toBe(
      'These words stand twice.',
    );
  });

  it('counts words between two quotations in one paragraph with the one before', () => {
    const read = findingsOf((xml) =>
      xml.replace(/(<w:bookmarkEnd w:id="9"\/>.*?)(<\/w:p>)/su, (_, end, close) => {
        const other = `<w:bookmarkStart w:id="90" w:name="attest_90"/>${run('b')}<w:bookmarkEnd w:id="90"/>`;
        return `${end}${run(' Not so. ')}${other}${run(' Nor so.')}${close}`;
      }),
    );
    expect(read.quotations.get(9)).toBe('These words stand twice. Not so. ');
    expect(read.quotations.get(90)).toBe('b Nor so.');
  });

  it('finds a quotation that was typed anew, without its bookmark', () => {
    const read = findingsOf((xml) =>
      xml.replace('attest_9"', 'gone"').replace('These words stand twice.', 'These words stood twice.'),
    );
    expect(read.quotations.has(9)).toBe(false);
    expect(read.unmarked).toEqual(['These words stood twice.']);
  });

  it.each([
    ['struck through', '<w:strike/>', ''],
    ['struck through', '<w:dstrike w:val="1"/>', ''],
    ['white', '<w:color w:val="FFFFFF"/>', ''],
    ['white', '<w:color w:val="auto" w:themeColor="background1"/>', ''],
    ['too small', '<w:sz w:val="2"/>', ''],
    ['too small', '<w:rtl/><w:szCs w:val="2"/>', ''],
    ['struck through', '<w:rStyle w:val="X"/>', '<w:strike/>'],
    ['white', '<w:rStyle w:val="X"/>', '<w:color w:val="FEFEFE"/>'],
  ])('says that words of a quotation are %s: %s', (sentence, properties, styled) => {
    const style = `<w:style w:type="character" w:styleId="X"><w:name w:val="X"/><w:rPr>${styled}</w:rPr></w:style>`;
    const markup = `${run('These ')}${run('words', `<w:rPr>${properties}</w:rPr>`)}${run(' stand twice.')}`;
    const read = findingsOf(instead(markup), style);
    expect(read.quotations.get(9)).toBe('These words stand twice.');
    expect([...read.disguises.keys()]).toEqual([9]);
    expect(read.disguises.get(9)).toContain(sentence);
  });

  it('says so where the style of quotations itself was changed, and not of what may be read', () => {
    const changed = (properties: string) => {
      const bytes = edited(sample, 'word/styles.xml', (xml) =>
        xml.replace(/(w:styleId="ExcerptQuotation".*?<w:rPr>)/su, `$1${properties}`),
      );
      return readWell(bytes).disguises.size;
    };
    expect(changed('<w:color w:val="FFFFFF"/>')).toBe(excerptsOf(sampleReport).length);
    expect(changed('<w:color w:val="FF0000"/><w:sz w:val="16"/><w:strike w:val="0"/>')).toBe(0);
  });

  it('is read without words that a style hides, unless their run shows them', () => {
    const style = '<w:style w:type="character" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style>';
    const hidden = `${run('un', '<w:rPr><w:rStyle w:val="X"/></w:rPr>')}${run('seen')}`;
    expect(findingsOf(instead(hidden), style).quotations.get(9)).toBe('seen');
    const shown = hidden.replace('<w:rStyle w:val="X"/>', '<w:rStyle w:val="X"/><w:vanish w:val="0"/>');
    expect(findingsOf(instead(shown), style).quotations.get(9)).toBe('unseen');
  });

  it.each([
    ['text box', `<w:r><w:drawing><w:txbxContent><w:p>${run('fully')}</w:p></w:txbxContent></w:drawing></w:r>`],
    ['text box', '<w:r><w:pict/></w:r>'],
    ['field', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r>'],
  ])('says that a %s stands in a quotation', (sentence, markup) => {
    const { quotations, disguises } = findingsOf(instead(words + markup));
    expect(quotations.get(9)).toBe('These words stand twice.');
    expect(disguises.get(9)).toContain(sentence);
  });

  it('finds the position that stands under a quotation, and none of another one', () => {
    const { positions } = findingsOf((xml) =>
      xml
        .replace('w:name="attest_1"', 'w:name="attest_x"')
        .replace('w:name="attest_2"', 'w:name="attest_1"')
        .replace('w:name="attest_x"', 'w:name="attest_2"'),
    );
    const [first, second] = excerptsOf(sampleReport);
    expect(positions.get(1)).toEqual([{ source: 0, start: second?.start, end: second?.end }]);
    expect(positions.get(2)).toEqual([{ source: 0, start: first?.start, end: first?.end }]);
    const without = findingsOf((xml) => xml.replace(`Source 1, characters ${first?.start} to ${first?.end}.`, 'Gone.'));
    expect(without.positions.has(1)).toBe(false);
    expect(without.positions.get(2)).toHaveLength(1);
  });

  it('says in one sentence why it is not read', () => {
    const damaged = 'This file is no Word document or is damaged: use the file as it was exported.';
    expect(messageOf(strToU8('no zip'))).toBe(damaged);
    expect(messageOf(new Uint8Array())).toBe(damaged);
    expect(messageOf(sample.subarray(0, sample.length / 2))).toBe(damaged);
    expect(messageOf(zipSync({ 'a.txt': strToU8('a') }))).toBe(damaged);
    expect(messageOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toMatch(/has a password/u);
    expect(messageOf(edited(sample, 'customXml/item1.xml', () => null))).toBe(
      'This Word document carries no record of excerpts: choose a file that Attest exported.',
    );
    expect(messageOf(edited(sample, 'customXml/item1.xml', (xml) => xml.replace('{', '')))).toMatch(/is damaged/u);
    const later = edited(sample, 'customXml/item1.xml', (xml) => xml.replace(/(version&quot;:)\d+/u, '$199'));
    expect(messageOf(later)).toMatch(/later version of Attest/u);
  });

  it('is not unpacked where it claims to be larger than any export', () => {
    const bomb = claimingSize(sample, 'word/document.xml', 300_000_000);
    expect(messageOf(bomb)).toBe('This Word document is too large to be an export: choose another file.');
  });

  it('is found by the file’s own relationships, wherever another program put its parts', () => {
    const parts = unzipParts(sample);
    const moved = new Map(
      [...parts].map(([path, xml]) => [
        path.replace('word/document.xml', 'word/document2.xml').replace('item1.xml', 'item7.xml'),
        xml.replaceAll('word/document.xml', 'word/document2.xml'),
      ]),
    );
    const bytes = zipSync(Object.fromEntries([...moved].map(([path, xml]) => [path, strToU8(xml)])));
    expect(readWell(bytes)).toEqual(readWell(sample));
  });
});
