import type { Report, ReportExcerpt, ReportSource } from '../report/report.ts';

/** The source that `excerpt` of `report` is from. Throws where the report does not hold it. */
export function sourceOf(
  report: Pick<Report, 'sources'>,
  excerpt: Pick<ReportExcerpt, 'number' | 'source'>,
): ReportSource {
  const source = report.sources[excerpt.source];
  if (!source) throw new Error(`The report has no source ${excerpt.source}, which excerpt ${excerpt.number} is from.`);
  return source;
}
