import { inEnglish } from '../sentence.ts';
import { type AddedLine, AddedOutcome, type Adding } from './adding.ts';

const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** What an outcome is called where several files are counted by it. */
const countedAs: Readonly<Record<AddedOutcome, string>> = {
  added: 'added',
  updated: 'made a new version',
  known: 'known already',
  refused: 'refused',
};

/** How many files came to what, in words; those that nothing came to are left out. */
export function wordAddedCounts(counts: Adding['counts']): string {
  const words = AddedOutcome.options.filter((outcome) => counts[outcome] > 0);
  if (words.length === 0) return 'no files';
  return words.map((outcome) => `${counts[outcome]} ${countedAs[outcome]}`).join(', ');
}

/** A line of the report in words: what became of the file, which it is, and what is to be known of it. */
export function wordAddedLine({ name, outcome, encoding, sentences }: AddedLine): string {
  // What is UTF-8 throughout is hardly anything else.
  const isGuess = encoding?.basis === 'inferred' && encoding.name !== 'utf-8';
  const read = isGuess ? `read as ${encoding.name}` : '';
  return [outcome, name, read, ...sentences.map((sentence) => inEnglish(sentence))]
    .map(oneLine)
    .filter((part) => part !== '')
    .join(': ');
}

const ends: Readonly<Record<Adding['state'], string>> = {
  running: 'It goes on still.',
  done: '',
  cancelled: 'It was cancelled: files that are not named below were not looked into.',
  failed: 'It was broken off: files that are not named below were not looked into.',
};

/** The report of an adding as text, in English: a line for each file, those that were refused first. `writtenAt` is ISO 8601. */
export function writeAddingReport(
  { state, counts, fault }: Pick<Adding, 'state' | 'counts' | 'fault'>,
  lines: readonly AddedLine[],
  writtenAt: string,
): string {
  const isRefused = ({ outcome }: AddedLine): boolean => outcome === 'refused';
  const sorted = [...lines.filter(isRefused), ...lines.filter((line) => !isRefused(line))];
  const head = [
    'Statements added',
    writtenAt,
    wordAddedCounts(counts),
    ends[state],
    fault ? oneLine(fault.message) : '',
  ];
  return `${[...head.filter((line) => line !== ''), '', ...sorted.map(wordAddedLine)].join('\n')}\n`;
}
