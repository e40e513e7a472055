import type { HighlightVersion, HistoryEntry } from '../workspace/history.ts';
import { writeTable } from './csv.ts';
import type { RenderedExport } from './rendered-export.ts';

/** It goes up when a program that reads the present form would misunderstand the new one. */
const historyExportVersion = 1;

const columns = [
  'number',
  'time',
  'by',
  'with',
  'action',
  'change',
  'touched highlights',
  'touched tags',
  'highlight',
  'statement',
  'quotation before',
  'quotation after',
  'tags before',
  'tags after',
  'note before',
  'note after',
  'note is private',
  'touched dossiers',
] as const;

const join = (values: readonly string[] | undefined): string => values?.join('; ') ?? '';

/** Which of the two notes are withheld, so that an empty one can be told from one that is not shown. */
function wordPrivacy(before: HighlightVersion | null, after: HighlightVersion | null): string {
  const [wasPrivate, isPrivate] = [before?.isNotePrivate ?? false, after?.isNotePrivate ?? false];
  if (wasPrivate && isPrivate) return 'before; after';
  return wasPrivate ? 'before' : isPrivate ? 'after' : '';
}

/** One row for each highlight that a change touched, and one for a change that touched none. */
function rowsOf({ sequence, at, by, host, action, summary, highlights }: HistoryEntry): (string | number)[][] {
  const start = [sequence, at, by, host, action, summary.kind, summary.highlights, join(summary.tags)];
  const none: { id: string; before: HighlightVersion | null; after: HighlightVersion | null } = {
    id: '',
    before: null,
    after: null,
  };
  const dossiers = join(summary.dossiers);
  return (highlights.length === 0 ? [none] : highlights).map(({ id, before, after }) => [
    ...start,
    id,
    (after ?? before)?.statement ?? '',
    before?.quote ?? '',
    after?.quote ?? '',
    join(before?.tags),
    join(after?.tags),
    before?.note ?? '',
    after?.note ?? '',
    wordPrivacy(before, after),
    dossiers,
  ]);
}

/** The history as a file to be, newest first, as it may leave the program. `exportedAt` is ISO 8601 in UTC. */
export function renderHistory(
  format: 'csv' | 'json',
  entries: readonly HistoryEntry[],
  exportedAt: string,
): RenderedExport {
  const suggestedName = `attest-history-${exportedAt.slice(0, 10)}.${format}`;
  if (format === 'csv') {
    return {
      content: writeTable([columns, ...entries.flatMap(rowsOf)]),
      mimeType: 'text/csv;charset=utf-8',
      suggestedName,
    };
  }
  const document = { format: 'attest-history', version: historyExportVersion, exported: exportedAt, entries };
  return { content: `${JSON.stringify(document, null, 2)}\n`, mimeType: 'application/json', suggestedName };
}
