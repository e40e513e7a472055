import type { FixityCheck, FixityLine } from './fixity-report.ts';

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** A file that is not as it was left, in words: which it is, and what was found of it. */
export function wordFixityLine({ title, file, name, version, fixity }: Omit<FixityLine, 'expected' | 'found'>): string {
  const what = file === 'original' ? 'the original of' : 'the text of';
  const when = version === null ? '' : `, added ${version}`;
  return `${fixity}: ${what} “${oneLine(title)}” (${oneLine(name)}${when})`;
}

/** The report of a check as text, in English: what is not as it was left, file by file. `savedAt` is ISO 8601. */
export function writeFixityReport(
  { state, begun, done, total }: Pick<FixityCheck, 'state' | 'begun' | 'done' | 'total'>,
  lines: readonly FixityLine[],
  savedAt: string,
): string {
  const extent = `${done} of ${total} files checked${state === 'cancelled' ? ', then cancelled' : ''}`;
  const head = [
    'Check of the library’s files against their SHA-256',
    `Begun ${begun ?? 'never'}, saved ${savedAt}`,
    `${extent}, ${lines.length} not as they were left`,
    '',
  ];
  const body = lines.flatMap((line) => [
    wordFixityLine(line),
    `  expected ${line.expected}`,
    `  found    ${line.found ?? 'nothing that can be read'}`,
  ]);
  return `${[...head, ...body].join('\n')}\n`;
}
