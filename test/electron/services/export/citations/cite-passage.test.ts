import { beforeAll, describe, expect, it } from 'vitest';
import type { Citer } from '../../../../../core/citations/citer.ts';
import type { Statement } from '../../../../../core/statements/statement.ts';
import { utf16 } from '../../../../../core/text/offsets.ts';
import { citePassage } from '../../../../../electron/services/export/citations/cite-passage.ts';
import { createCiter } from '../../../../../electron/services/export/citations/create-citer.ts';
import { loadCitationStyles } from '../../../../../electron/services/export/citations/load-citation-styles.ts';
import { openCollection } from '../../../../../electron/services/open-collection.ts';
import { statementOf } from '../../../../core/search/statements-for-search.ts';
import { resources } from '../../../../support/bundled-statements.ts';

let briefing: Statement;
let report: Statement;
let citer: Citer;

const passageOf = (text: string, quotation: string) => {
  const start = text.indexOf(quotation);
  if (start < 0) throw new Error(`No such words: ${quotation}`);
  return { start: utf16(start), end: utf16(start + quotation.length) };
};

const cite = (statement: Statement, quotation: string) =>
  citePassage(statement, passageOf(statement.text, quotation), citer);

beforeAll(async () => {
  const collection = await openCollection(resources);
  if (!collection.ok) throw new Error(collection.fault.message);
  const { statements } = collection.value;
  const found = [statements.get('003_7caa75fa661d9e47'), statements.get('004_d2903c5520cc584b')];
  if (!found[0] || !found[1]) throw new Error('The bundled statements are there.');
  [briefing, report] = [found[0], found[1]];
  citer = createCiter('chicago', await loadCitationStyles(resources));
});

describe('a passage with its citation', () => {
  it('says the exact words, the source in full, the paragraph, who speaks, and the fingerprint', () => {
    const { text } = cite(briefing, 'Taking a page from');
    expect(text).toMatch(
      /^“Taking a page from”\n\nU\.S\. Department of State, \[Briefing with Ambassador Michael Carpenter on the OSCE Moscow Mechanism report on Belarus\], press briefing transcript, \[May 2023\?\], ¶ \d+ \(Ambassador Carpenter\)\. \[SHA-256 803b8f0a59c9…\]$/u,
    );
  });

  it('is the same as rich text, with the looks of the style', () => {
    const words = report.text.slice(0, 30);
    const { text, html } = cite(report, words);
    expect(html).toContain('<i>Voice of America</i>');
    expect(html.replace(/<\/p><p>/gu, '\n\n').replace(/<\/?[pi]>/gu, '')).toBe(text.replaceAll("'", '&#39;'));
  });

  it('keeps hard text exact, and lets none of it become markup', () => {
    const hard = 'One “two” "three" <script>alert(1)</script> & <b>x</b>\nnext line =SUM(A1) 😀 Лукашенка سلام';
    const statement = statementOf('hard', hard);
    const { text, html } = citePassage(statement, { start: utf16(0), end: utf16(hard.length) }, citer);
    expect(text.startsWith(`“${hard}”\n\n`)).toBe(true);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;x&lt;/b&gt;<br>next line =SUM(A1) 😀');
    expect([...new Set(html.match(/<[^>]*>/gu))].sort()).toEqual(['</p>', '<br>', '<p>']);
  });
});
