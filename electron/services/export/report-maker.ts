import type { ExportFormat } from '../../../core/export/export-format.ts';
import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import type { ReportSources } from '../../../core/report/build-report.ts';
import type { ReportRemarks } from '../../../core/report/report.ts';
import type { ReportRequest } from '../../../core/report/report-request.ts';
import type { Result } from '../../../core/result.ts';
import { inEnglish, type Sentence } from '../../../core/sentence.ts';

/**
 * What reports are made from. The same `key` stands for the same sources; they are read only where they are needed. Reading a text may
 * show that it is not as it was left, and so change the sources: whoever has read texts reads them again.
 */
export interface ReportMaterial {
  readonly key: string;
  readonly read: () => ReportSources;
}

/** What to write. `madeAt` is ISO 8601 in UTC. */
export interface WriteOrder {
  readonly request: ReportRequest;
  /** For `pdf` the page of HTML is written that it is printed from. */
  readonly format: ExportFormat;
  /** Whether its record for programs is wanted beside it. */
  readonly hasRecord: boolean;
  readonly madeAt: string;
}

/** A report as files to be. */
export interface WrittenReport {
  readonly content: Uint8Array;
  /** The record for programs, as JSON in UTF-8. */
  readonly record: Uint8Array | null;
  /** With names withheld. */
  readonly title: string;
  /** How many excerpts it has. */
  readonly count: number;
  readonly remarks: ReportRemarks;
}

/** How far the writing has come, in excerpts. */
export type OnProgress = (done: number, total: number) => void;

/** Makes reports, wherever that is done. */
export interface ReportMaker {
  readonly preview: (
    material: ReportMaterial,
    input: CallInput<'previewReport'>,
  ) => Promise<Result<CallOutput<'previewReport'>>>;
  readonly write: (
    material: ReportMaterial,
    order: WriteOrder,
    onProgress: OnProgress,
  ) => Promise<Result<WrittenReport>>;
  /** Ends at once; what is being made is not. */
  readonly close: () => Promise<void>;
}

/** Whatever makes reports has ended of itself; `reason` says why, as a part of a sentence. */
export class MakerEndedError extends Error {
  override readonly name = 'MakerEndedError';
  readonly reason: Sentence;

  constructor(reason: Sentence, options?: ErrorOptions) {
    super(inEnglish(reason), options);
    this.reason = reason;
  }
}
