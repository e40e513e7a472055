import { citationText } from '../citations/citer.ts';
import { excerptsOf, type Report, type ReportExcerpt, runsText } from '../report/report.ts';
import { recordOf } from './export-record.ts';

function describeExcerpt(excerpt: ReportExcerpt) {
  const { number, id, source, state, fixity, start, end, quotation, before, after } = excerpt;
  const { item, tags, note, pages, place, speakers, citation, created, modified } = excerpt;
  return {
    number,
    id,
    item,
    source,
    state,
    fixity,
    start,
    end,
    text: runsText(quotation),
    quotation,
    before: runsText(before),
    after: runsText(after),
    tags,
    note,
    ...(pages && { pages }),
    place,
    speakers,
    citation: citationText(citation),
    created,
    modified,
  };
}

/**
 * `report` as one JSON object for programs: the record of its excerpts with all that is said of each, how they were chosen
 * to be printed, and `parts`, which gives the order of headings, connecting text and excerpts (by number). What every
 * field means is in `docs/exports.md`.
 */
export function writeJson(report: Report): string {
  const { excerpts: _, sources, ...record } = recordOf(report);
  const document = {
    ...record,
    author: report.author,
    style: report.style,
    context: report.context,
    sources: report.sources.map(({ kind, entry, csl }, index) => ({
      ...sources[index],
      kind,
      entry: citationText(entry),
      csl,
    })),
    excerpts: excerptsOf(report).map(describeExcerpt),
    parts: report.parts.map((part) => (part.kind === 'excerpt' ? { kind: part.kind, number: part.number } : part)),
    tags: report.tags,
    withheld: report.withheld,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
