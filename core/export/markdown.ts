import { writeOutDate } from '../statements/edtf-date.ts';
import type { StatementSummary } from '../statements/statement.ts';
import { citePlace, citePlaceInStatement } from './citation.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Excerpt } from './excerpt.ts';
import { type ExportContent, type ExportSource, listSources } from './export-content.ts';

const stateWords: Readonly<Record<Exclude<Excerpt['state'], 'anchored'>, string>> = {
  'needs-review': 'needs review: the words no longer stand, or stand more than once, where they were marked',
  orphaned: 'orphaned: the words were not found in the statement',
};

const inline = (text: string): string => escapeMarkdown(text.replace(/\s*\n\s*/gu, ' ').trim(), '');

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function headingOf({ place }: Excerpt): string {
  if (!place) return 'Place unknown';
  const where = citePlace(place);
  return inline([where.charAt(0).toUpperCase() + where.slice(1), ...place.speakers].filter(Boolean).join(', '));
}

function writeExcerpt(excerpt: Excerpt, number: number): string[] {
  const { before, after, quotation, tags, note, state } = excerpt;
  const facts = [`- Tags: ${tags.length === 0 ? 'none' : tags.map(inline).join(', ')}`];
  if (note.trim() !== '') facts.push(`- Note: ${escapeMarkdown(note.trim(), '  ')}`);
  if (state !== 'anchored') facts.push(`- State: ${stateWords[state]}`);
  return [
    `### ${headingOf(excerpt)}`,
    ...(before.trim() === '' ? [] : [`*Before:* ${escapeMarkdown(before.trim(), '')}`]),
    `> ${escapeMarkdown(quotation, '> ')}[^${number}]`,
    ...(after.trim() === '' ? [] : [`*After:* ${escapeMarkdown(after.trim(), '')}`]),
    facts.join('\n'),
  ];
}

function writeFootnote(excerpt: Excerpt, number: number, summaries: readonly StatementSummary[]): string {
  const { statement, place, sha256, start, end, state } = excerpt;
  const record = summaries.find(({ id }) => id === statement);
  const citation = record
    ? citePlaceInStatement(record, place, sha256, 'full')
    : `${statement}, not in the collection, SHA-256 ${sha256}.`;
  const when = state === 'anchored' ? '' : ', as they were when it was marked';
  return `[^${number}]: ${inline(citation)} Position: code points ${start} to ${end}, end exclusive${when}.`;
}

function writeSourceRow({ title, publisher, date, file, sha256 }: ExportSource): string {
  const cells = [title, publisher, date === '' ? 'n.d.' : writeOutDate(date), file, sha256];
  return `| ${cells.map(inline).join(' | ')} |`;
}

function describeStatement({ publisher, date, statement }: Excerpt): string {
  const parts = [publisher, date === '' ? 'n.d.' : writeOutDate(date), `statement ${statement}`];
  return `${inline(parts.filter((part) => part !== '').join(', '))}.`;
}

/**
 * The excerpts as Markdown, grouped by statement: each quotation a block quotation that renders as its exact text, its
 * context, tags and note apart from it, a footnote with the full citation and position, and at the end a table of the
 * sources with their SHA-256.
 */
export function writeMarkdown(content: ExportContent): string {
  const { excerpts, summaries, exportedAt } = content;
  const statements = [...new Set(excerpts.map(({ statement }) => statement))];
  const size = `${counted(excerpts.length, 'excerpt', 'excerpts')} from ${counted(statements.length, 'statement', 'statements')}`;
  const parts = ['# Excerpts', `${size}. Exported ${exportedAt}.`];
  const footnotes: string[] = [];
  for (const statement of statements) {
    const own = excerpts.filter((excerpt) => excerpt.statement === statement);
    const [first] = own;
    if (first) parts.push(`## ${inline(first.title)}`, describeStatement(first));
    for (const excerpt of own) {
      const number = footnotes.length + 1;
      parts.push(...writeExcerpt(excerpt, number));
      footnotes.push(writeFootnote(excerpt, number, summaries));
    }
  }
  const table = ['| Title | Publisher | Date | File | SHA-256 |', '| --- | --- | --- | --- | --- |'];
  const sources = [...table, ...listSources(content).map(writeSourceRow)].join('\n');
  if (excerpts.length > 0) parts.push(footnotes.join('\n\n'), '## Sources', sources);
  return `${parts.join('\n\n')}\n`;
}
