import type { Statement } from '../statements/statement.ts';
import { utf16 } from '../text/offsets.ts';
import type { Passage } from '../text/passage.ts';
import { sentenceStarts } from '../text/sentences.ts';

/** A sentence of a block, without the white space around it; `block` is the block's number in its statement. */
export interface SentenceUnit extends Passage {
  readonly block: number;
}

/**
 * The sentences of what `statement` says, in text order: of paragraphs, speeches and list items. Headings say in short
 * what stands below them, and furniture belongs to no one: both are left out.
 */
export function sentencesOfStatement({ text, blocks }: Pick<Statement, 'text' | 'blocks'>): SentenceUnit[] {
  return blocks.flatMap(({ kind, bodyStart, end }, block) =>
    kind === 'heading' || kind === 'furniture' ? [] : sentencesOfPassage(text, { start: bodyStart, end }, block),
  );
}

/** The sentences and parts of sentences that `passage` is made of, as of the block of number `block`. */
export function sentencesOfPassage(text: string, passage: Passage, block: number): SentenceUnit[] {
  const starts = sentenceStarts(text.slice(passage.start, passage.end));
  return starts.flatMap((start, at) => {
    const sentence = text.slice(passage.start + start, passage.start + (starts[at + 1] ?? passage.end - passage.start));
    const content = sentence.trim();
    if (content === '') return [];
    const from = passage.start + start + sentence.length - sentence.trimStart().length;
    return [{ start: utf16(from), end: utf16(from + content.length), block }];
  });
}
