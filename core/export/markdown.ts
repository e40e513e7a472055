import type { Citation } from '../citations/citer.ts';
import { excerptsOf, type Report, type ReportExcerpt, type ReportPart, runsText } from '../report/report.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type ExportRecord, recordOf } from './export-record.ts';
import { writeJsonText } from './json-text.ts';
import { labelExcerpts } from './label-excerpts.ts';
import { printable } from './print-text.ts';
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

type Names = ReadonlyMap<number, string>;

const oneLine = (text: string): string => printable(text).replace(/\s*[\n\r]\s*/gu, ' ');
const inline = (text: string): string => escapeMarkdown(oneLine(text).trim(), '');
/** A heading may end with number signs, which would be taken for its end. */
const heading = (text: string, level: number): string =>
  `${'#'.repeat(level)} ${inline(text).replace(/(?<!\\)#$/u, '\\#')}`;
const block = (text: string, indent: string): string => escapeMarkdown(printable(text), indent);

/** Beside these, an asterisk begins or ends emphasis whatever is on its other side. */
const edge = /^[\s\p{P}]?$/u;
const letter = /^[\p{L}\p{N}]$/u;
const mark = /^[\p{P}\p{S}]$/u;

/** `text` in italics, between the characters `before` and `after` of the same paragraph (empty at its ends). */
function emphasise(text: string, before: string, after: string): string {
  const characters = [...text];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  const canOpen = letter.test(first) || (mark.test(first) && edge.test(before));
  const canClose = letter.test(last) || (mark.test(last) && edge.test(after));
  if (canOpen && canClose) return `*${escapeMarkdown(text, '')}*`;
  const [, start = '', core = '', end = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? [];
  if (core === '') return escapeMarkdown(text, '');
  return `${escapeMarkdown(start, '')}*${escapeMarkdown(core, '')}*${escapeMarkdown(end, '')}`;
}

/** Takes away the white space around all: behind it a character could come to begin a line, and would mean something there. */
function trimEnds(runs: { text: string }[]): void {
  for (let first = runs[0]; first; first = runs[0]) {
    first.text = first.text.trimStart();
    if (first.text !== '') break;
    runs.shift();
  }
  for (let last = runs.at(-1); last; last = runs.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    runs.pop();
  }
}

function writeCitation(citation: Citation): string {
  const runs: { text: string; isItalic: boolean }[] = [];
  for (const { text, look } of citation.filter((run) => run.text !== '')) {
    const last = runs.at(-1);
    if (last && last.isItalic === (look === 'italic')) last.text += oneLine(text);
    else runs.push({ text: oneLine(text), isItalic: look === 'italic' });
  }
  trimEnds(runs);
  const written = runs.map(({ text, isItalic }, index) => {
    const [, start = '', core = '', end = ''] = /^( ?)(.*?)( ?)$/su.exec(text) ?? [];
    const before = start || [...(runs[index - 1]?.text ?? '')].at(-1) || '';
    const after = end || [...(runs[index + 1]?.text ?? '')][0] || '';
    const markdown = isItalic ? emphasise(core, before, after) : escapeMarkdown(core, '');
    return `${start}${index === 0 ? markdown : markdown.replace(/^[.)]/u, '\\$&')}${end}`;
  });
  return written.join('');
}

function writeExcerpt(excerpt: ReportExcerpt, label: string, lead: string): string[] {
  const { number, before, quotation, after, tags, note } = excerpt;
  const [contextBefore, contextAfter] = [contextText(before), contextText(after)];
  const state = describeState(excerpt);
  const facts = [
    ...(tags.length === 0 ? [] : [`- Tags: ${tags.map(inline).join(', ')}`]),
    ...(note.trim() === '' ? [] : [`- Note: ${block(note.trim(), '  ')}`]),
    ...(state === null ? [] : [`- ${inline(state)}`]),
  ];
  return [
    `<span id="excerpt-${label}"></span>**Excerpt ${number}**${lead === '' ? '' : `: ${inline(lead)}`}`,
    ...(contextBefore === '' ? [] : [`*Before:* ${block(contextBefore, '')}`]),
    `> ${block(runsText(quotation), '> ')}[^${label}]`,
    ...(contextAfter === '' ? [] : [`*After:* ${block(contextAfter, '')}`]),
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
  ];
}

function writePart(part: ReportPart, labels: Names, leads: Names): string[] {
  if (part.kind === 'heading') return [heading(part.text, part.level + 1)];
  if (part.kind === 'text') return paragraphsOf(part.text).map((paragraph) => block(paragraph.trim(), ''));
  return writeExcerpt(part, labels.get(part.number) ?? '', leads.get(part.number) ?? '');
}

function writeSources({ sources }: Report): string {
  const rows = sources.map((source, index) => {
    const { entry, statement, file } = source;
    const where = file === '' ? `${inline(statement)}, not in the collection` : inline(file);
    return `| ${index + 1} | ${writeCitation(entry)} | ${where} | ${describeHashes(source).join(', ')} |`;
  });
  return ['| No. | Source | File | SHA-256 |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function writeFrontMatter({ title, author, madeAt, style }: Report, record: ExportRecord, labels: Names): string {
  const { sources, excerpts, ...rest } = record;
  const list = (name: string, items: readonly unknown[]): string[] =>
    items.length === 0 ? [`  ${name}: []`] : [`  ${name}:`, ...items.map((item) => `    - ${writeJsonText(item)}`)];
  return [
    '---',
    `title: ${writeJsonText(title)}`,
    ...(author === null ? [] : [`author: ${writeJsonText(author)}`]),
    `date: ${writeJsonText(madeAt.slice(0, 10))}`,
    `style: ${style}`,
    'attest:',
    ...Object.entries(rest).map(([key, value]) => `  ${key}: ${writeJsonText(value)}`),
    ...list('sources', sources),
    ...list(
      'excerpts',
      excerpts.map((excerpt) => ({ ...excerpt, label: labels.get(excerpt.number) })),
    ),
    '---',
  ].join('\n');
}

/**
 * `report` as Markdown (CommonMark with GitHub's tables and footnotes): front matter with the record of its excerpts under
 * `attest`; each quotation a block quotation that renders as its exact text and ends with its footnote, whose label (also
 * in the record, as `label`) stays the same from export to export; and at the end the sources with their SHA-256.
 */
export function writeMarkdown(report: Report): string {
  const excerpts = excerptsOf(report);
  const labels = labelExcerpts(excerpts);
  const leads = leadExcerpts(report);
  const parts = [writeFrontMatter(report, recordOf(report), labels), heading(report.title, 1)];
  if (report.author !== null) parts.push(inline(report.author));
  parts.push(inline(describeReport(report)), ...report.parts.flatMap((part) => writePart(part, labels, leads)));
  if (report.sources.length > 0) {
    parts.push('## Sources', writeSources(report), inline(describeQuotations(report)));
  }
  for (const excerpt of excerpts) {
    const note = `${writeCitation(excerpt.citation)} ${inline(describePosition(excerpt))}`;
    parts.push(`[^${labels.get(excerpt.number)}]: ${note}`);
  }
  return `${parts.join('\n\n')}\n`;
}
