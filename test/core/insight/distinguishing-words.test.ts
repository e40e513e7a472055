import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterHighlights } from '../../../core/excerpts/filter-highlights.ts';
import { createWordComparison, logLikelihood } from '../../../core/insight/distinguishing-words.ts';
import { functionWords } from '../../../core/insight/function-words.ts';
import { statementOf } from '../search/statements-for-search.ts';
import { anySources, lost, marked, markedWords, tagOf } from './any-sources.ts';

const tags = [tagOf('torture'), tagOf('beating', 'torture'), tagOf('elections')];

describe('the log-likelihood of a word', () => {
  it('is what Rayson and Garside’s formula gives', () => {
    // 2 (10 ln(10/6) + 2 ln(2/6)) with 1000 words on either side.
    expect(logLikelihood(10, 1000, 2, 1000)).toBeCloseTo(5.822, 3);
    expect(logLikelihood(5, 100, 0, 100)).toBeCloseTo(6.931, 3);
    expect(logLikelihood(3, 100, 6, 200)).toBeCloseTo(0);
  });
});

describe('the words that distinguish a tag', () => {
  const text = [
    'Prison guards beat the people. Prison guards, prison cells: prison!',
    'The vote was counted, the vote was watched, the vote was honest and observers’ reports were public and long.',
    'The people said so.',
  ].join('\n\n');
  const one = statementOf('one', text);
  const [first = '', second = '', third = ''] = text.split('\n\n');
  const wordsOf = (highlights: readonly ReturnType<typeof marked>[], tag = 'torture') =>
    createWordComparison({ summaries: [one.summary], tags, highlights })(tag);

  it('are those more frequent in its excerpts than in the others, with both counts and no function words', () => {
    const { words, total, totalElsewhere } = wordsOf([
      markedWords(one, first, ['torture']),
      markedWords(one, second, ['elections']),
      markedWords(one, third),
    ]);
    expect(words).toMatchObject([{ word: 'prison', count: 4, excerpts: 1, elsewhere: 0 }]);
    expect([total, totalElsewhere]).toEqual([10, 23]);
    expect(words[0]?.likelihood).toBeCloseTo(logLikelihood(4, 10, 0, 23));
    const votes = wordsOf([markedWords(one, first, ['torture']), markedWords(one, second, ['elections'])], 'elections');
    expect(votes.words.map(({ word }) => word)).not.toContain('the');
  });

  it('count the excerpts of sub-tags', () => {
    const { words } = wordsOf([markedWords(one, first, ['beating']), markedWords(one, second, ['elections'])]);
    expect(words.map(({ word }) => word)).toEqual(['prison']);
  });

  it('count a word once where excerpts overlap, and for the tag where one of them has it', () => {
    const whole = markedWords(one, first, ['torture']);
    const { words, total, totalElsewhere } = wordsOf([
      whole,
      markedWords(one, 'Prison guards beat', ['torture']),
      markedWords(one, 'prison cells'),
      markedWords(one, second, ['elections']),
    ]);
    expect(words).toMatchObject([{ word: 'prison', count: 4, excerpts: 2, elsewhere: 0 }]);
    expect([total, totalElsewhere]).toEqual([10, 19]);
  });

  it('count an excerpt whose words are gone from the text by itself', () => {
    const { words } = wordsOf([
      markedWords(one, first, ['torture']),
      lost(markedWords(one, first, ['torture'])),
      markedWords(one, second, ['elections']),
    ]);
    expect(words).toMatchObject([{ word: 'prison', count: 8, excerpts: 2 }]);
  });

  it('are none where there is nothing to compare with', () => {
    expect(wordsOf([markedWords(one, first, ['torture'])])).toEqual({ words: [], total: 10, totalElsewhere: 0 });
    expect(wordsOf([])).toEqual({ words: [], total: 0, totalElsewhere: 0 });
  });

  it('take a hyphenated word as one, and a possessive without its ending', () => {
    const hard = statementOf(
      'hard',
      `Ill-treatment, ill‑treatment, ill-treatment. The regime’s, the regime’s, regime’s. ${second}`,
    );
    const end = hard.text.indexOf(second);
    const highlights = [marked(hard, 0, end, ['torture']), marked(hard, end, hard.text.length)];
    const { words } = createWordComparison({ summaries: [hard.summary], tags, highlights })('torture');
    expect(words.map(({ word, count }) => [word, count])).toEqual([
      ['ill-treatment', 3],
      ['regime', 3],
    ]);
  });

  it('lead to all excerpts of the tag that they are in', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const compare = createWordComparison(sources);
        for (const { id } of sources.tags) {
          for (const { excerpts, filter, count } of compare(id).words) {
            expect(filterHighlights(sources.highlights, filter, sources).length).toBeGreaterThanOrEqual(excerpts);
            expect(count).toBeGreaterThanOrEqual(3);
          }
        }
      }),
    );
  });
});

it('function words are folded, and none is a word that a report turns on', () => {
  for (const word of ['the', 'isn’t'.replace('’', "'"), 'который', 'який', 'які'])
    expect(functionWords.has(word)).toBe(true);
  for (const word of ['detained', 'people', 'government', 'election', 'затрыманы', 'пытки']) {
    expect(functionWords.has(word)).toBe(false);
  }
});
