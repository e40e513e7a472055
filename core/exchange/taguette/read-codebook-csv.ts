import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';
import type { Tag } from '../../tags/tag.ts';
import { stableId } from '../../text/stable-id.ts';
import type { Incoming, ReportLine } from '../incoming.ts';
import { importLimits } from '../limits.ts';
import { noWork } from '../work.ts';
import { codebookColumns } from './codebook-columns.ts';
import { parseCsv } from './parse-csv.ts';
import { collectTags, levelsAmong } from './tag-paths.ts';

/** What the column of a tag's path may be called. */
const pathNames: readonly string[] = ['tag', 'name', 'path'];

/** How far up the tags above a tag are followed: further than there are levels. */
const mostAbove = 32;

interface CodebookRow {
  readonly path: string;
  readonly parent: string;
  readonly description: string;
}

const headerOf = (cells: readonly string[]): string[] => cells.map((cell) => cell.trim().toLowerCase());

/** Whether a table looks like a codebook: one of its columns is that of the tags. */
export function isCodebookHeader(firstLine: string): boolean {
  const [cells = []] = parseCsv(firstLine, 1) ?? [];
  return headerOf(cells).some((name) => pathNames.includes(name));
}

/** Takes away the apostrophe that our writer puts before what a spreadsheet would run. */
const unguard = (cell: string): string => (/^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell);

/** A codebook as it stands in the file. */
interface Codebook {
  readonly rows: readonly CodebookRow[];
  /** What there is to say of rows that have no tag. */
  readonly lines: readonly ReportLine[];
  /** Attest wrote it: what a spreadsheet would run is guarded, and only “/” parts levels. */
  readonly isOurs: boolean;
}

/** The rows of a codebook, or why it is none. */
function readRows(text: string): Result<Codebook> {
  const table = parseCsv(text.replace(/^\ufeff/u, ''), importLimits.tags + 1);
  if (table === null) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The table is damaged or has more than {limit} rows: save it as CSV again, with no quotation mark left open.',
        {
          limit: importLimits.tags,
        },
      ),
    );
  }
  const [first = [], ...body] = table;
  const header = headerOf(first);
  const columns = header.flatMap((name, at) => (pathNames.includes(name) ? [at] : []));
  const [pathAt] = columns;
  if (pathAt === undefined || columns.length > 1) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'The first row of a codebook names its columns, exactly one of them “tag”, “name” or “path”: correct it and try again.',
      ),
    );
  }
  const isOurs = codebookColumns.every((name, at) => header[at] === name) && text.startsWith('\ufeff');
  const [descriptionAt, parentAt] = [header.indexOf('description'), header.indexOf('parent')];
  const lines: ReportLine[] = [];
  const rows = body.flatMap((cells, at): CodebookRow[] => {
    const cellAt = (column: number): string => {
      const cell = column < 0 ? '' : (cells[column] ?? '');
      return isOurs ? unguard(cell) : cell.trim();
    };
    const path = cellAt(pathAt);
    if (path !== '') return [{ path, parent: cellAt(parentAt), description: cellAt(descriptionAt) }];
    const sentence = say(/*i18n*/ 'Row {number} was left out, because it has no tag.', { number: at + 2 });
    lines.push({ outcome: 'refused', item: cells.join(', ').slice(0, 80), sentence });
    return [];
  });
  return succeed({ rows, lines, isOurs });
}

/**
 * The tags of a codebook as a table, Taguette's or ours: a column `tag` (or `name`, or `path`), and where there is one `description`
 * and `parent`. `own` are the tags one has.
 */
export function readCodebookCsv(text: string, own: readonly Tag[] = []): Result<Incoming> {
  const read = readRows(text);
  if (!read.ok) return read;
  const { rows, lines, isOurs } = read.value;
  const byPath = new Map(rows.map((row) => [row.path, row]));
  const levelsOf = levelsAmong(isOurs ? [] : byPath.keys());
  const collector = collectTags(own);
  for (const { path, parent, description } of rows) {
    const levels = [levelsOf(path)];
    for (let above = parent; above !== '' && levels.length < mostAbove; above = byPath.get(above)?.parent ?? '') {
      levels.unshift(levelsOf(above));
    }
    collector.add({ names: levels.flat(), description, at: '' });
  }
  const tags = collector.records();
  const sentence = say(
    /*i18n*/ '{count, plural, =0 {The codebook has no tags.} one {# tag was read.} other {# tags were read.}}',
    {
      count: Object.keys(tags).length,
    },
  );
  return succeed({
    format: 'codebook-csv',
    work: { ...noWork(stableId('attest:codebook-csv', Object.keys(tags).sort().join('\n'))), tags },
    lines: [{ outcome: 'taken', item: 'CSV', sentence }, ...collector.lines, ...lines],
  });
}
