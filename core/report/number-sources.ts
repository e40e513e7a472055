import { nameSpeaker } from '../citations/cite-place.ts';
import type { Citer } from '../citations/citer.ts';
import type { CslItem } from '../citations/csl-item.ts';
import { cslItemOf } from '../citations/csl-item-of.ts';
import type { Excerpt } from '../excerpts/excerpt.ts';
import type { StatementSummary } from '../statements/statement.ts';
import type { ReportSource } from './report.ts';
import type { Withholder } from './withhold-names.ts';
import { withholdCitation, withholdItem } from './withhold-source.ts';

/** A source as an excerpt finds it: its index, and the note that cites it in full, `null` where that is this very note. */
export interface NumberedSource {
  readonly index: number;
  readonly item: CslItem;
  readonly firstNote: number | null;
  /** A speaker's label as it is printed: as the catalogue spells its words, and with names withheld. */
  readonly printSpeaker: (label: string) => string;
}

/** Collects the sources of a report, in the order they are first quoted. */
export interface SourceCollector {
  /** The source of `excerpt`, which is quoted with the note of this number. */
  readonly sourceOf: (excerpt: Excerpt, note: number) => NumberedSource;
  readonly collected: () => ReportSource[];
}

/**
 * Makes the collector of one report. A statement quoted in two states of its bytes is two sources. Names are withheld in
 * every field; where two ids are the same without them, the later gets a number.
 */
export function createSourceCollector(
  summaries: readonly StatementSummary[],
  citer: Citer,
  withholder: Withholder,
): SourceCollector {
  const records = new Map(summaries.map((summary) => [summary.id, summary]));
  const items = new Map<string, CslItem>();
  const takenIds = new Set<string>();
  const itemOf = (excerpt: Excerpt): CslItem => {
    const known = items.get(excerpt.statement);
    if (known) return known;
    const record = records.get(excerpt.statement);
    const plain: CslItem = record
      ? cslItemOf(record)
      : { id: excerpt.statement, type: 'document', title: excerpt.title };
    const withheld = withholdItem(plain, withholder);
    let { id } = withheld;
    for (let number = 2; takenIds.has(id); number += 1) id = `${withheld.id}-${number}`;
    takenIds.add(id);
    const item = { ...withheld, id };
    items.set(excerpt.statement, item);
    return item;
  };
  const sources = new Map<string, { source: ReportSource; found: NumberedSource }>();
  return {
    sourceOf: (excerpt, note) => {
      const key = JSON.stringify([excerpt.statement, excerpt.sha256]);
      const known = sources.get(key);
      if (known) return known.found;
      const item = itemOf(excerpt);
      const record = records.get(excerpt.statement);
      const source: ReportSource = {
        statement: item.id,
        title: withholder.apply(excerpt.title),
        kind: record?.kind.value ?? '',
        publisher: withholder.apply(excerpt.publisher),
        date: withholder.apply(excerpt.date),
        file: withholder.applyToId(record?.file ?? ''),
        sha256: excerpt.sha256,
        ...(record?.own && record.sha256 === excerpt.sha256 && { original: record.own.original }),
        entry: withholdCitation(citer.entry(item), withholder),
        csl: item,
      };
      const index = sources.size;
      const printSpeaker = (label: string): string => withholder.apply(record ? nameSpeaker(label, record) : label);
      sources.set(key, { source, found: { index, item, firstNote: note, printSpeaker } });
      return { index, item, firstNote: null, printSpeaker };
    },
    collected: () => [...sources.values()].map(({ source }) => source),
  };
}
