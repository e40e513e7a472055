import type { AttestService, CallOutput } from '../../core/ipc-contract.ts';
import type { ReportWarning } from '../../core/report/report.ts';
import type { ReportRequest } from '../../core/report/report-request.ts';
import { type Result, succeed } from '../../core/result.ts';

/** What its user must know of a report: as data, and in sentences. */
interface ReportRemarks extends Pick<CallOutput<'previewReport'>, 'warnings' | 'withheld'> {
  readonly sentences: readonly string[];
}

const problems: Readonly<Record<ReportWarning['kind'], string>> = {
  'needs-review': 'needs review: its words are given as they were marked',
  orphaned: 'is orphaned: its words are given as they were marked',
  'deleted-highlight': 'A highlight of the dossier was deleted: its excerpt was left out.',
  'omission-lost': 'is given whole: what was to be left out of it does not fit its words any more',
};

function wordWarning({ kind, number }: ReportWarning): string {
  return number === null ? problems[kind] : `Excerpt ${number} ${problems[kind]}.`;
}

/** What is not as expected in the report of `request`, and how often each withheld name was found. */
export async function remarksOn(service: AttestService, request: ReportRequest): Promise<Result<ReportRemarks>> {
  const preview = await service.call('previewReport', { ...request, from: 0, count: 1 });
  if (!preview.ok) return preview;
  const { warnings, withheld } = preview.value;
  const counts = withheld.map(({ mark, count }) =>
    count === 0
      ? `${mark} was needed nowhere: no form of this name was found.`
      : `${mark} stands ${count === 1 ? 'once' : `${count} times`}.`,
  );
  return succeed({ warnings, withheld, sentences: [...warnings.map(wordWarning), ...counts] });
}
