import { type ImportItem, type ImportSummary, importItemsAtATime } from '../../core/exchange/exchange-shapes.ts';
import type { ReportLine } from '../../core/exchange/incoming.ts';
import type { AttestService } from '../../core/ipc-contract.ts';
import { type Result, succeed } from '../../core/result.ts';

/** An import with all its items and all lines of its report. */
export interface WholeImport {
  readonly items: readonly ImportItem[];
  readonly lines: readonly ReportLine[];
}

/** Reads what the summary of an import leaves out. */
export async function readWholeImport(service: AttestService, summary: ImportSummary): Promise<Result<WholeImport>> {
  const { token, itemCount, lineCounts } = summary;
  const count = Math.max(itemCount, lineCounts.taken + lineCounts.changed + lineCounts.refused);
  const [items, lines] = [[...summary.items], [...summary.lines]];
  for (let from = importItemsAtATime; from < count; from += importItemsAtATime) {
    const more = await service.call('readImportItems', { token, from });
    if (!more.ok) return more;
    items.push(...more.value.items);
    lines.push(...more.value.lines);
  }
  return succeed({ items, lines });
}
