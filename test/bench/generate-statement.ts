import { sentenceStarts } from '../../core/text/sentences.ts';
import type { Random } from './seeded-random.ts';

/** Sentences outside these lengths, in UTF-16 units, are website furniture or lists. */
const [shortestSentence, longestSentence] = [30, 500];

/** Sentences in a paragraph, at least and at most. */
const [fewest, most] = [2, 6];

/** One paragraph in this many begins another speaker's turn. */
const paragraphsPerTurn = 8;
const speakers = ['AMBASSADOR CARPENTER', 'MODERATOR', 'QUESTION'];

/** The sentences of a text that can stand anywhere. */
export function sentencesOf(text: string): string[] {
  const starts = sentenceStarts(text);
  return starts
    .map((start, index) =>
      text
        .slice(start, starts[index + 1])
        .trim()
        .replace(/\s+/gu, ' '),
    )
    .filter(({ length }) => length >= shortestSentence && length <= longestSentence);
}

/** A statement of `bytes` bytes of UTF-8 or a little more: paragraphs and turns of sentences taken from `sources` at random. */
export function generateStatement(sources: readonly string[], bytes: number, random: Random): string {
  const sentences = sources.flatMap(sentencesOf);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const paragraphs: string[] = [];
  for (let size = 0; size < bytes; ) {
    const count = fewest + Math.floor(random() * (most - fewest + 1));
    const body = Array.from({ length: count }, () => pick(sentences)).join(' ');
    const isTurn = paragraphs.length % paragraphsPerTurn === paragraphsPerTurn - 1;
    const paragraph = isTurn ? `${pick(speakers)}: ${body}` : body;
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph) + 2;
  }
  return `${paragraphs.join('\n\n')}\n`;
}
