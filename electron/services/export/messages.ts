import type { CallInput, CallOutput } from '../../../core/ipc-contract.ts';
import type { ReportSources } from '../../../core/report/build-report.ts';
import type { Result } from '../../../core/result.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import type { WriteOrder, WrittenReport } from './report-maker.ts';

/** What an export thread is started with. */
export interface ExportThreadData {
  /** The folder with the citation styles. */
  readonly resources: string;
}

/** What a thread is told and asked, in this order. Only what has an `id` is answered. */
export type ExportRequestMessage =
  /** The sources under a new key, still without highlights. `statements` are those it has not been told before. */
  | {
      readonly kind: 'sources';
      readonly key: string;
      readonly sources: Omit<ReportSources, 'statements' | 'highlights'>;
    }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'highlights'; readonly highlights: ReportSources['highlights'] }
  | { readonly kind: 'preview'; readonly id: number; readonly input: CallInput<'previewReport'> }
  | { readonly kind: 'write'; readonly id: number; readonly order: WriteOrder };

/** What the thread says. */
export type ExportAnswerMessage =
  | { readonly id: number; readonly answer: Result<CallOutput<'previewReport'> | WrittenReport> }
  | { readonly id: number; readonly failure: string }
  | { readonly id: number; readonly progress: { readonly done: number; readonly total: number } };
