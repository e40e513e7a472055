import { foldText } from '../../core/excerpts/fold-text.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';

/** What of a statement its words are looked for in. */
export type WordedSummary = Pick<StatementSummary, 'title' | 'file' | 'publisher' | 'people'>;

/** What has been folded, for as long as the summary is there: typing looks at the same ones again and again. */
const folded = new WeakMap<WordedSummary, string>();

function wordsOf(summary: WordedSummary): string {
  let words = folded.get(summary);
  if (words === undefined) {
    const { title, file, publisher, people } = summary;
    const named = (people.value ?? []).map(({ name }) => name);
    words = foldText([title.value ?? '', file, publisher.value ?? '', ...named].join('\n'));
    folded.set(summary, words);
  }
  return words;
}

/**
 * The statements in whose title, file name, publisher or people every word of `typed` stands, in the order given; whatever its case,
 * accents and quotation marks.
 */
export function findByWords<Summary extends WordedSummary>(
  summaries: readonly Summary[],
  typed: string,
): readonly Summary[] {
  const wanted = foldText(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return summaries;
  return summaries.filter((summary) => {
    const words = wordsOf(summary);
    return wanted.every((word) => words.includes(word));
  });
}

/** Folds the words of statements ahead of the typing, as many as there is time for. Gives how many are done, from `from` on. */
export function foldAhead(summaries: readonly WordedSummary[], from: number, hasTime: () => boolean): number {
  let at = from;
  for (; at < summaries.length && hasTime(); at += 1) {
    const summary = summaries[at];
    if (summary) wordsOf(summary);
  }
  return at;
}
