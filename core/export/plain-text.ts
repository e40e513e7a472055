import { citationText } from '../citations/citer.ts';
import { excerptsOf, type Report, type ReportExcerpt, type ReportPart, runsText } from '../report/report.ts';
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

/** Makes older programs read the file as UTF-8, and so show Cyrillic and curly quotation marks as they are. */
const byteOrderMark = '\uFEFF';

/** The longest line under a heading, in characters. */
const longestRule = 72;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ').trim();

function underline(heading: string, character: string): string {
  const text = oneLine(heading);
  return `${text}\n${character.repeat(Math.min([...text].length, longestRule))}`;
}

function writeHeading(level: number, text: string): string {
  if (level === 1) return `\n${underline(text, '=')}`;
  return level === 2 ? `\n${underline(text, '-')}` : oneLine(text);
}

function writeExcerpt(excerpt: ReportExcerpt, lead: string): string[] {
  const { number, before, quotation, after, tags, note } = excerpt;
  const facts = [
    ['Before', contextText(before)],
    ['After', contextText(after)],
    ['Tags', tags.join(', ')],
    ['Note', note.trim()],
    ['State', describeState(excerpt) ?? ''],
  ].filter(([, value]) => value !== '');
  return [
    `${lead === '' ? '' : `${oneLine(lead)}:\n`}“${runsText(quotation)}” [${number}]`,
    ...(facts.length === 0 ? [] : [facts.map(([name, value]) => `${name}: ${value}`).join('\n')]),
  ];
}

function writePart(part: ReportPart, leads: ReadonlyMap<number, string>): string[] {
  if (part.kind === 'heading') return [writeHeading(part.level, part.text)];
  if (part.kind === 'text') return paragraphsOf(part.text);
  return writeExcerpt(part, leads.get(part.number) ?? '');
}

function writeSources({ sources }: Report): string[] {
  return sources.map((source, index) => {
    const { entry, statement, file } = source;
    const where = file === '' ? `${statement}, not in the collection` : file;
    return `${index + 1}. ${oneLine(citationText(entry))}\nFile: ${where}\nSHA-256: ${describeHashes(source).join(', ')}`;
  });
}

/**
 * `report` as plain text for any editor (UTF-8 with a byte order mark, lines ending with CRLF): no line is broken that is
 * not broken in the source, each quotation stands in quotation marks with the number of its note, the notes and the
 * sources with their SHA-256 at the end.
 */
export function writePlainText(report: Report): string {
  const excerpts = excerptsOf(report);
  const leads = leadExcerpts(report);
  const lines = [underline(report.title, '=')];
  if (report.author !== null) lines.push(report.author);
  lines.push(describeReport(report), ...report.parts.flatMap((part) => writePart(part, leads)));
  if (excerpts.length > 0) {
    const notes = excerpts.map(
      (excerpt) => `[${excerpt.number}] ${oneLine(citationText(excerpt.citation))} ${describePosition(excerpt)}`,
    );
    lines.push(writeHeading(1, 'Notes'), ...notes);
  }
  if (report.sources.length > 0) {
    lines.push(writeHeading(1, 'Sources'), ...writeSources(report), describeQuotations(report));
  }
  const text = printable(`${lines.join('\n\n')}\n`);
  return byteOrderMark + text.replaceAll('\n', '\r\n');
}
