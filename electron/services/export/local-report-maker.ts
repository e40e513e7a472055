import { recordOf } from '../../../core/export/export-record.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import { buildReport, type ReportSources } from '../../../core/report/build-report.ts';
import { excerptsOf, type Report } from '../../../core/report/report.ts';
import type { ReportRequest } from '../../../core/report/report-request.ts';
import { type Result, succeed } from '../../../core/result.ts';
import { isReadable } from '../library/is-readable.ts';
import { CitationDesk } from './citation-desk.ts';
import type { OnProgress, ReportMaker, ReportMaterial, WriteOrder, WrittenReport } from './report-maker.ts';
import { writeReport } from './write-report.ts';

/** How seldom progress is told, in milliseconds. */
const progressEveryMs = 100;

/** `tell`, but not more often than anybody sees. */
function seldom(tell: OnProgress): OnProgress {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    const now = performance.now();
    if (now - last < progressEveryMs) return;
    last = now;
    tell(done, total);
  };
}

/** The sources, as the texts that are needed were found. */
function readWhole({ read }: ReportMaterial): ReportSources {
  const unread = read();
  const concerned = new Set(unread.highlights.map(({ statement }) => statement));
  for (const statement of unread.statements) if (concerned.has(statement.summary.id)) isReadable(statement);
  return read();
}

/** Makes reports in the thread that asks for them. Keeps the last one previewed, so that paging makes none anew. */
export class LocalReportMaker implements ReportMaker {
  readonly #desk: CitationDesk;
  #last: { readonly key: string; readonly report: Report; readonly excerptCount: number } | null = null;

  /** `resources` is the folder with the citation styles. */
  constructor(resources: string) {
    this.#desk = new CitationDesk(resources);
  }

  async preview(
    material: ReportMaterial,
    { from, count, selection, options }: CallInput<'previewReport'>,
  ): Promise<Result<CallOutput<'previewReport'>>> {
    const key = JSON.stringify([material.key, selection, options]);
    if (this.#last?.key !== key) {
      this.#last = null;
      const built = await this.#build(material, { selection, options }, new Date().toISOString());
      if (!built.ok) return built;
      this.#last = { key, report: built.value, excerptCount: excerptsOf(built.value).length };
    }
    const { report, excerptCount } = this.#last;
    const { parts, madeAt: _, ...rest } = report;
    return succeed({
      ...rest,
      partCount: parts.length,
      excerptCount,
      from,
      parts: parts.slice(from, from + count),
    });
  }

  async write(
    material: ReportMaterial,
    { request, format, hasRecord, madeAt }: WriteOrder,
    onProgress: OnProgress,
  ): Promise<Result<WrittenReport>> {
    const tell = seldom(onProgress);
    // Building is the first half of the way, writing the second.
    const built = await this.#build(material, request, madeAt, (done, total) => tell(Math.floor(done / 2), total));
    if (!built.ok) return built;
    const report = built.value;
    const { length: count } = excerptsOf(report);
    const content = await writeReport(report, format, (done) => tell(Math.floor((count + done) / 2), count));
    const record = hasRecord ? new TextEncoder().encode(`${JSON.stringify(recordOf(report), null, 2)}\n`) : null;
    const { title, warnings, withheld } = report;
    return succeed({ content, record, title, count, remarks: { warnings, withheld } });
  }

  async close(): Promise<void> {
    this.#last = null;
  }

  async #build(
    material: ReportMaterial,
    request: ReportRequest,
    madeAt: string,
    onProgress?: OnProgress,
  ): Promise<Result<Report>> {
    const citer = await this.#desk.citerFor(request.options.style);
    if (!citer.ok) return citer;
    return buildReport(readWhole(material), request, {
      citer: citer.value,
      madeAt,
      ...(onProgress ? { onProgress } : {}),
    });
  }
}
