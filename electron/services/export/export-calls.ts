import type { ExportFormat } from '../../../core/export/export-format.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import type { Exported } from '../../../core/outcomes.ts';
import type { ReportSources } from '../../../core/report/build-report.ts';
import type { ReportSelection } from '../../../core/report/report-request.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { AttestEvent } from '../../../core/session.ts';
import type { OpenOptions } from '../ports.ts';
import { mimeTypes, nameExport, recordSuffix } from './name-export.ts';
import { MakerEndedError, type ReportMaker, type ReportMaterial, type WrittenReport } from './report-maker.ts';
import { ThreadReportMaker } from './thread-report-maker.ts';

/** How long the thread that makes previews is kept when there is nothing to do, in milliseconds. */
const restMs = 60_000;

/** What the calls stand on. `revision` counts the changes of the workspace that `read` gives the sources from. */
interface ExportCallOptions
  extends Pick<OpenOptions, 'resources' | 'exportThread' | 'saveFile' | 'printPdf' | 'printInReader'> {
  readonly revision: () => number;
  readonly read: () => ReportSources;
  /** The texts that highlights were marked in, by their SHA-256, where these are not the newest. */
  readonly earlier: (highlights: ReportSources['highlights']) => ReadonlyMap<string, string>;
  readonly announce: (event: AttestEvent) => void;
  /** ISO 8601 in UTC. */
  readonly now: () => string;
}

/** An export under way. */
interface Job {
  readonly name: string;
  readonly controller: AbortController;
}

type ExportInput = CallInput<'exportReport'>;
type ExportOutput = CallOutput<'exportReport'>;

const cancelled: Result<Exported> = succeed({ outcome: 'cancelled' });

/** The highlights that a selection is made from: of a large workspace, a dossier needs few. */
function highlightsFor(
  selection: ReportSelection,
  { dossiers, highlights }: ReportSources,
): ReportSources['highlights'] {
  if (selection.of !== 'dossier') return highlights;
  const items = dossiers.find(({ id }) => id === selection.dossier)?.items ?? [];
  const wanted = new Set(items.flatMap((item) => (item.kind === 'excerpt' ? item.highlight : [])));
  return highlights.filter(({ id }) => wanted.has(id));
}

/**
 * The calls about reports: shows one page by page, writes one and cancels that. Made in threads where the host has a
 * program for them: one for what is shown, kept for a while, and one for each export, which ends with it.
 */
export class ExportCalls {
  readonly #options: ExportCallOptions;
  #previewer: ReportMaker | null = null;
  #rest: NodeJS.Timeout | null = null;
  #job: Job | null = null;

  constructor(options: ExportCallOptions) {
    this.#options = options;
  }

  readonly previewReport = async (input: CallInput<'previewReport'>): Promise<Result<CallOutput<'previewReport'>>> => {
    if (this.#rest) clearTimeout(this.#rest);
    this.#previewer ??= await this.#newMaker();
    const previewer = this.#previewer;
    try {
      return await previewer.preview(this.#materialFor(input.selection), input);
    } catch (error) {
      if (!(error instanceof MakerEndedError)) throw error;
      if (this.#previewer === previewer) this.#previewer = null;
      return fail(
        'internal',
        say(/*i18n*/ 'The preview could not be made ({reason}): try again, or choose fewer excerpts.', {
          reason: error.reason,
        }),
      );
    } finally {
      if (this.#rest) clearTimeout(this.#rest);
      this.#rest = setTimeout(() => void this.#endPreviews(), restMs).unref();
    }
  };

  readonly exportReport = async (input: ExportInput): Promise<Result<ExportOutput>> => {
    if (this.#job)
      return fail('invalid', say(/*i18n*/ 'Another export is under way: wait until it is done, or cancel it.'));
    const refusal = this.#refusePdf(input.format);
    if (refusal) return refusal;
    const job: Job = { name: input.job, controller: new AbortController() };
    this.#job = job;
    try {
      return await this.#export(input, job);
    } finally {
      this.#job = null;
    }
  };

  readonly cancelExport = async ({ job }: CallInput<'cancelExport'>): Promise<Result<Record<string, never>>> => {
    if (this.#job?.name === job) this.#job.controller.abort();
    return succeed({});
  };

  /** Cancels what is under way, and ends the threads. */
  async close(): Promise<void> {
    this.#job?.controller.abort();
    await this.#endPreviews();
  }

  #refusePdf(format: ExportFormat): Result<Exported> | null {
    const { printPdf, printInReader } = this.#options;
    if (format !== 'pdf' || printPdf || printInReader) return null;
    return fail(
      'invalid',
      say(/*i18n*/ 'A PDF is made in the reader: open it there, or export as docx, html, md or txt.'),
    );
  }

  async #export(input: ExportInput, { name, controller: { signal } }: Job): Promise<Result<ExportOutput>> {
    const { format, hasRecord, selection, options } = input;
    const madeAt = this.#options.now();
    const maker = await this.#newMaker();
    const stop = (): void => void maker.close();
    signal.addEventListener('abort', stop);
    try {
      const written = await maker.write(
        this.#materialFor(selection),
        { request: { selection, options }, format, hasRecord, madeAt },
        (done, total) => {
          if (!signal.aborted) this.#options.announce({ type: 'export-progress', job: name, done, total });
        },
      );
      if (signal.aborted) return cancelled;
      if (!written.ok) return written;
      // What made it is not needed any more, and its user may take long to choose a place.
      await maker.close();
      const handedOut = await this.#handOut(written.value, format, madeAt, signal);
      if (!handedOut.ok || handedOut.value.outcome === 'cancelled') return handedOut;
      return succeed({ ...handedOut.value, remarks: written.value.remarks });
    } catch (error) {
      if (signal.aborted) return cancelled;
      if (!(error instanceof MakerEndedError)) throw error;
      return fail(
        'internal',
        say(/*i18n*/ 'The export was broken off ({reason}): try again, or choose fewer excerpts.', {
          reason: error.reason,
        }),
      );
    } finally {
      signal.removeEventListener('abort', stop);
      await maker.close();
    }
  }

  async #handOut(
    { content, record, title, count }: WrittenReport,
    format: ExportFormat,
    madeAt: string,
    signal: AbortSignal,
  ): Promise<Result<Exported>> {
    const { printPdf, printInReader, saveFile } = this.#options;
    const beside = record && { suffix: recordSuffix, mimeType: 'application/json', content: record };
    const file = { ...nameExport(title, format, madeAt), content, count, beside };
    if (format !== 'pdf') return saveFile(file, signal);
    if (printPdf) {
      const printed = await printPdf(content, signal);
      if (signal.aborted) return cancelled;
      return printed.ok ? saveFile({ ...file, content: printed.value }, signal) : printed;
    }
    if (!printInReader) throw new Error('A PDF was begun where none can be made.');
    return printInReader({ ...file, mimeType: mimeTypes.html }, signal);
  }

  #materialFor(selection: ReportSelection): ReportMaterial {
    const scope = selection.of === 'dossier' ? selection.dossier : '';
    return {
      key: JSON.stringify([this.#options.revision(), selection.of, scope]),
      read: () => {
        const sources = this.#options.read();
        const highlights = highlightsFor(selection, sources);
        return { ...sources, highlights, earlier: this.#options.earlier(highlights) };
      },
    };
  }

  async #newMaker(): Promise<ReportMaker> {
    const { exportThread, resources } = this.#options;
    if (exportThread !== undefined) return new ThreadReportMaker(exportThread, resources);
    // Loaded only where it is needed: most commands export nothing, and what cites takes long to load.
    const { LocalReportMaker } = await import('./local-report-maker.ts');
    return new LocalReportMaker(resources);
  }

  async #endPreviews(): Promise<void> {
    if (this.#rest) clearTimeout(this.#rest);
    const previewer = this.#previewer;
    this.#previewer = null;
    await previewer?.close();
  }
}
