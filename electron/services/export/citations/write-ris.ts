import type { CslItem, CslName } from '../../../../core/citations/csl-item.ts';
import { onOneLine } from './one-line.ts';

const types: Readonly<Record<CslItem['type'], string>> = {
  'article-newspaper': 'NEWS',
  report: 'RPRT',
  speech: 'GEN',
  document: 'GEN',
};

const nameOf = (name: CslName): string => ('literal' in name ? name.literal : `${name.family}, ${name.given}`);

function dateFields(issued: CslItem['issued']): [string, string][] {
  if (issued === undefined) return [];
  if ('literal' in issued) return [['DA', issued.literal]];
  const [year, ...rest] = issued['date-parts'][0] ?? [];
  if (year === undefined) return [];
  const [month = '', day = ''] = rest.map((part) => String(part).padStart(2, '0'));
  const fourDigits = String(year).padStart(4, '0');
  return [
    ['PY', fourDigits],
    ['DA', `${fourDigits}/${month}/${day}/`],
  ];
}

function writeRecord(item: CslItem): string {
  const fields: [string, string | undefined][] = [
    ['TY', types[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name): [string, string] => ['AU', nameOf(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['M3', item.genre],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ...dateFields(item.issued),
    ['LA', item.language],
    ['N1', item.note],
  ];
  const lines = fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${onOneLine(value)}`]));
  return [...lines, 'ER  - '].join('\r\n');
}

/**
 * Sources in RIS (UTF-8, line ends CRLF), each value on one line. Written here and not by citation-js, whose writer leaves
 * out author and date of newspaper articles and breaks long lines within words.
 */
export function writeRis(items: readonly CslItem[]): string {
  return items.map((item) => `${writeRecord(item)}\r\n`).join('\r\n');
}
