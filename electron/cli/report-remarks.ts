import type { ReportRemarks, ReportWarning } from '../../core/report/report.ts';

const problems: Readonly<Record<ReportWarning['kind'], string>> = {
  'needs-review': 'needs review: its words are given as they were marked',
  orphaned: 'is orphaned: its words are given as they were marked',
  'source-changed': 'is from a statement whose text has changed: check its words before they are cited',
  'source-missing': 'is from a statement whose text is missing or cannot be read',
  'deleted-highlight': 'A highlight of the dossier was deleted: its excerpt was left out.',
  'omission-lost': 'is given whole: what was to be left out of it does not fit its words any more',
};

function wordWarning({ kind, number }: ReportWarning): string {
  return number === null ? problems[kind] : `Excerpt ${number} ${problems[kind]}.`;
}

/** What is not as expected in a report, and how often each withheld name was found, in sentences. */
export function wordRemarks({ warnings, withheld }: ReportRemarks): string[] {
  const counts = withheld.map(({ mark, count }) =>
    count === 0
      ? `${mark} was needed nowhere: no form of this name was found.`
      : `${mark} stands ${count === 1 ? 'once' : `${count} times`}.`,
  );
  return [...warnings.map(wordWarning), ...counts];
}
