import { createCorroborator } from '../../../core/corroboration/create-corroborator.ts';
import { sentencesOfStatement } from '../../../core/corroboration/sentence-units.ts';
import { wordsOf } from '../../../core/search/words.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import type { Method, Ranked } from './grade-pairs.ts';

const termsOf = (text: string): string[] =>
  wordsOf(text).flatMap(({ keys: [key], span }) => (key && span === 1 ? [key] : []));

/** Ranks every sentence of the other statements by what `score` says of its words. */
function sentenceMethod(
  name: string,
  statements: readonly Statement[],
  scorerOf: (
    sentences: readonly (readonly string[])[],
  ) => (here: readonly string[], there: readonly string[]) => number,
): Method {
  const sentences = statements.flatMap((statement) =>
    sentencesOfStatement(statement).map(({ start, end }) => {
      return { statement: statement.summary.id, start, end, terms: termsOf(statement.text.slice(start, end)) };
    }),
  );
  const score = scorerOf(sentences.map(({ terms }) => terms));
  return {
    name,
    rank: (id, { start, end }) => {
      const text = statements.find(({ summary }) => summary.id === id)?.text ?? '';
      const here = termsOf(text.slice(start, end));
      return sentences
        .filter(({ statement }) => statement !== id)
        .map(({ terms, ...place }): Ranked => ({ ...place, score: score(here, terms) }))
        .filter((ranked) => ranked.score > 0)
        .sort((a, b) => b.score - a.score);
    },
  };
}

const countsOf = (terms: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

function cosineScorer(sentences: readonly (readonly string[])[]) {
  const holding = countsOf(sentences.flatMap((terms) => [...new Set(terms)]));
  const vectorOf = (terms: readonly string[]): Map<string, number> =>
    new Map(
      [...countsOf(terms)].map(([term, count]) => [
        term,
        count * Math.log(sentences.length / (holding.get(term) ?? 1)),
      ]),
    );
  const lengthOf = (vector: ReadonlyMap<string, number>): number => Math.hypot(...vector.values());
  return (here: readonly string[], there: readonly string[]): number => {
    const [a, b] = [vectorOf(here), vectorOf(there)];
    const product = [...a].reduce((sum, [term, weight]) => sum + weight * (b.get(term) ?? 0), 0);
    return product === 0 ? 0 : product / (lengthOf(a) * lengthOf(b));
  };
}

const jaccardScorer =
  () =>
  (here: readonly string[], there: readonly string[]): number => {
    const [a, b] = [new Set(here), new Set(there)];
    const both = [...a].filter((term) => b.has(term)).length;
    return both / (a.size + b.size - both);
  };

/** Ours without a threshold, and the two that it is measured beside, which compare sentence by sentence. */
export function methodsFor(statements: readonly Statement[]): readonly Method[] {
  const corroborator = createCorroborator(statements, Number.MIN_VALUE);
  return [
    {
      name: 'Attest',
      rank: (id, passage) =>
        corroborator
          .elsewhere(id, passage, Number.POSITIVE_INFINITY)
          .map(({ statement, passage: { start, end }, score }) => ({ statement, start, end, score })),
    },
    sentenceMethod('TF-IDF cosine', statements, cosineScorer),
    sentenceMethod('shared words (Jaccard)', statements, jaccardScorer),
  ];
}
