import type { Citation, CitationRun } from '../citations/citer.ts';
import { excerptsOf, type Report, type ReportExcerpt, type ReportPart, type TextRun } from '../report/report.ts';
import { directionOf } from '../statements/text-direction.ts';
import { escapeHtml, escapeHtmlLines } from './escape-html.ts';
import { recordOf } from './export-record.ts';
import { htmlStyle } from './html-style.ts';
import { writeJsonText } from './json-text.ts';
import { labelExcerpts } from './label-excerpts.ts';
import {
  contextText,
  describeHashes,
  describePosition,
  describeQuotations,
  describeReport,
  describeState,
  leadExcerpts,
  paragraphsOf,
} from './report-words.ts';
import { sourceOf } from './source-of.ts';

type Names = ReadonlyMap<number, string>;

const writeCitationRun: Readonly<Record<CitationRun['look'], (html: string) => string>> = {
  plain: (html) => html,
  italic: (html) => `<i>${html}</i>`,
  'small-caps': (html) => `<span class="small-caps">${html}</span>`,
};

function writeCitation(citation: Citation): string {
  return citation.map(({ text, look }) => writeCitationRun[look](escapeHtml(text))).join('');
}

function writeRun({ kind, text }: TextRun): string {
  const html = escapeHtmlLines(text);
  return kind === 'words' ? html : `<span class="mark">${html}</span>`;
}

/** The attributes of an element with a source's own words. */
function inLanguage(language: string): string {
  const direction = directionOf(language) === 'rtl' ? 'rtl' : 'auto';
  return `dir="${direction}" lang="${escapeHtml(language)}"`;
}

function writeContext(label: string, runs: readonly TextRun[], language: string): string[] {
  const text = contextText(runs);
  if (text === '') return [];
  return [
    `<p class="context"><span class="label">${label}</span> <span ${inLanguage(language)}>${escapeHtmlLines(text)}</span></p>`,
  ];
}

function writeFacts(excerpt: ReportExcerpt): string[] {
  const facts = [
    ['Tags', excerpt.tags.join(', ')],
    ['Note', excerpt.note.trim()],
    ['State', describeState(excerpt) ?? ''],
  ].filter(([, value]) => value !== '');
  if (facts.length === 0) return [];
  const rows = facts.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${escapeHtmlLines(value ?? '')}</dd>`);
  return ['<dl class="facts">', ...rows, '</dl>'];
}

function writeExcerpt(excerpt: ReportExcerpt, report: Report, label: string, lead: string): string[] {
  const { number, before, quotation, after, source } = excerpt;
  const language = sourceOf(report, excerpt).csl.language ?? '';
  const reference = `<sup class="reference"><a id="reference-${label}" href="#note-${label}" aria-label="Note ${number}">${number}</a></sup>`;
  return [
    `<section class="excerpt" id="excerpt-${label}" aria-label="Excerpt ${number}">`,
    ...(lead === '' ? [] : [`<p class="lead" dir="auto">${escapeHtml(lead)}</p>`]),
    ...writeContext('Before', before, language),
    `<blockquote cite="#source-${source + 1}">`,
    `<p ${inLanguage(language)}><span data-quotation="${number}">${quotation.map(writeRun).join('')}</span>${reference}</p>`,
    '</blockquote>',
    ...writeContext('After', after, language),
    ...writeFacts(excerpt),
    '</section>',
  ];
}

function writePart(part: ReportPart, report: Report, labels: Names, leads: Names): string[] {
  if (part.kind === 'heading') {
    const element = `h${part.level + 1}`;
    return [`<${element} dir="auto">${escapeHtmlLines(part.text)}</${element}>`];
  }
  if (part.kind === 'text') {
    return paragraphsOf(part.text).map((paragraph) => `<p dir="auto">${escapeHtmlLines(paragraph.trim())}</p>`);
  }
  return writeExcerpt(part, report, labels.get(part.number) ?? '', leads.get(part.number) ?? '');
}

function writeNotes(report: Report, labels: Names): string[] {
  const notes = excerptsOf(report).map((excerpt) => {
    const label = labels.get(excerpt.number);
    const back = `<a class="back" href="#reference-${label}" aria-label="Back to excerpt ${excerpt.number}">↩</a>`;
    return `<li id="note-${label}" value="${excerpt.number}"><span dir="auto">${writeCitation(excerpt.citation)}</span> <span class="position">${escapeHtml(describePosition(excerpt))}</span> ${back}</li>`;
  });
  if (notes.length === 0) return [];
  return [
    '<section class="notes" aria-labelledby="notes">',
    '<h2 id="notes">Notes</h2>',
    '<ol>',
    ...notes,
    '</ol>',
    '</section>',
  ];
}

function writeSources(report: Report): string[] {
  const rows = report.sources.map((source, index) => {
    const { entry, statement, file } = source;
    const where = file === '' ? `${statement}, not in the collection` : file;
    return `<tr id="source-${index + 1}"><th scope="row">${index + 1}</th><td dir="auto">${writeCitation(entry)}</td><td class="file">${escapeHtml(where)} <span>${escapeHtml(describeHashes(source).join(' '))}</span></td></tr>`;
  });
  if (rows.length === 0) return [];
  return [
    '<section aria-labelledby="sources">',
    '<h2 id="sources">Sources</h2>',
    '<table>',
    '<thead><tr><th scope="col">No.</th><th scope="col">Source</th><th scope="col">File and SHA-256</th></tr></thead>',
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
    `<p class="about">${escapeHtml(describeQuotations(report))}</p>`,
    '</section>',
  ];
}

/**
 * `report` as one HTML file that needs nothing else: no script, nothing loaded, for a screen and for paper. Each quotation
 * is the text of an element with `data-quotation`, its number, a line break in it a `<br>`; the record of the excerpts is
 * the JSON in `<pre id="attest-record" hidden>`. What the format cannot hold is printed as U+FFFD.
 */
export function writeHtml(report: Report): string {
  const labels = labelExcerpts(excerptsOf(report));
  const leads = leadExcerpts(report);
  const title = escapeHtml(report.title);
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Attest">',
    `<title>${title}</title>`,
    `<style>\n${htmlStyle(report.title)}\n</style>`,
    '</head>',
    '<body>',
    '<article>',
    '<header class="report-head">',
    `<h1 dir="auto">${title}</h1>`,
    ...(report.author === null ? [] : [`<p class="author" dir="auto">${escapeHtml(report.author)}</p>`]),
    `<p class="report-facts">${escapeHtml(describeReport(report))}</p>`,
    '</header>',
    ...report.parts.flatMap((part) => writePart(part, report, labels, leads)),
    ...writeNotes(report, labels),
    ...writeSources(report),
    '</article>',
    `<pre id="attest-record" hidden>${escapeHtml(writeJsonText(recordOf(report)))}</pre>`,
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}
