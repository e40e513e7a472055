import type { ImportItem, ImportSummary, ItemSide } from '../../core/exchange/exchange-shapes.ts';
import { wordReportLine } from '../../core/exchange/import-report.ts';
import type { ReportLine } from '../../core/exchange/incoming.ts';

const formatNames: Readonly<Record<ImportSummary['format'], string>> = {
  attest: 'an archive of Attest',
  'web-annotation': 'Web Annotations',
  qdpx: 'a REFI-QDA project',
  qdc: 'a REFI-QDA codebook',
  taguette: 'a Taguette project',
  'codebook-csv': 'a codebook as CSV',
};

const differenceWords: Readonly<Record<ImportItem['difference'], string>> = {
  new: 'new',
  changed: 'changed there',
  deleted: 'deleted there',
  'both-changed': 'CHANGED ON BOTH SIDES',
  'deleted-there': 'CHANGED HERE AND DELETED THERE',
  'deleted-here': 'DELETED HERE AND CHANGED THERE',
};

const kindWords: Readonly<Record<ImportItem['kind'], string>> = {
  highlights: 'highlight',
  tags: 'tag',
  dossiers: 'dossier',
  searches: 'saved search',
  statements: 'statement',
  sets: 'set of statements',
};

/** Characters of what is shown at most. */
const shownLength = 100;

function inShort(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  return characters.length > shownLength ? `${characters.slice(0, shownLength).join('')}…` : characters.join('');
}

function sideAsText(whose: string, side: ItemSide | null): string[] {
  if (!side) return [];
  const tags = side.tags.length > 0 ? `[${side.tags.join(', ')}]` : '';
  const note = side.note.trim() === '' ? '' : `“${inShort(side.note)}”`;
  const by = [side.by, side.at.slice(0, 10)].filter((part) => part !== '').join(', ');
  const words = side.isDeleted ? 'deleted' : [inShort(side.words), tags, note].filter((part) => part !== '').join(' ');
  return [`  ${whose}: ${words}${by === '' ? '' : ` (${by})`}`];
}

/** One difference with both sides, for whoever merges. */
export function itemAsText(item: ImportItem): string {
  const { kind, difference, statement, fields, mine, theirs } = item;
  const where = statement === null ? '' : ` in ${statement}`;
  const what = fields.length === 0 ? '' : `: ${fields.join(', ')}`;
  const head = `${differenceWords[difference]}, ${kindWords[kind]}${where}${what}`;
  return [head, ...sideAsText('here', mine), ...sideAsText('there', theirs)].join('\n');
}

/** What a file is, whose, and how much in it is new, changed, deleted or disagreed on. */
export function summaryAsText({ fileName, format, from, counts }: ImportSummary): string {
  const by = from === '' ? 'it does not say from whom' : `from ${from}`;
  const found = Object.entries(differenceWords).flatMap(([difference, words]) => {
    const { all, highlights } = counts[difference as ImportItem['difference']]; // The words are those of all differences.
    return all === 0
      ? []
      : [`  ${all} ${words}, of these ${highlights} ${highlights === 1 ? 'highlight' : 'highlights'}`];
  });
  const nothing = '  nothing that is not here already';
  return [`${fileName}: ${formatNames[format]}, ${by}`, ...(found.length > 0 ? found : [nothing])].join('\n');
}

/** The report of an import, without what was taken as it stands; the first `limit` lines of it. */
export function linesAsText(lines: readonly ReportLine[], limit: number): string[] {
  const told = lines.filter(({ outcome }) => outcome !== 'taken');
  const more = told.length - limit;
  const rest = more > 0 ? [`and ${more} more: --report FILE writes them all, --limit N shows more`] : [];
  return [...told.slice(0, limit).map(wordReportLine), ...rest];
}
