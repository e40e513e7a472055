import { citationText } from '../citations/citer.ts';
import type { Report, ReportPart, TextRun } from './report.ts';
import { anyMark } from './withhold-names.ts';

function textsOf(part: ReportPart): string[] {
  if (part.kind !== 'excerpt') return [part.text];
  const withheld = (runs: readonly TextRun[]): string[] =>
    runs.filter(({ kind }) => kind === 'withheld').map(({ text }) => text);
  return [
    ...[part.before, part.quotation, part.after].flatMap(withheld),
    ...part.tags,
    part.note,
    citationText(part.citation),
  ];
}

/**
 * How often each of `marks` is printed: in the title and the author's name, headings, texts, quotations with their
 * context, tags and notes, footnotes, and the table of sources.
 */
export function countMarks(report: Omit<Report, 'withheld'>, marks: readonly string[]): Report['withheld'] {
  const counts = new Map(marks.map((mark) => [mark, 0]));
  const texts = [
    report.title,
    report.author ?? '',
    ...report.parts.flatMap(textsOf),
    ...report.sources.flatMap(({ title, publisher, file, entry }) => [title, publisher, file, citationText(entry)]),
    ...report.tags.flatMap(({ path, description }) => [path, description]),
  ];
  for (const text of texts) {
    for (const [mark] of text.matchAll(anyMark)) {
      const count = counts.get(mark);
      if (count !== undefined) counts.set(mark, count + 1);
    }
  }
  return marks.map((mark) => ({ mark, count: counts.get(mark) ?? 0 }));
}
