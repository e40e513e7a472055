import { describe, expect, it } from 'vitest';
import { type Citation, citationText } from '../../../core/citations/citer.ts';
import type { CslItem } from '../../../core/citations/csl-item.ts';
import { createWithholder } from '../../../core/report/withhold-names.ts';
import { withholdCitation, withholdItem } from '../../../core/report/withhold-source.ts';

const plain = (text: string): Citation => [{ text, look: 'plain' }];
const cited = (names: readonly string[], ...runs: string[]): string =>
  citationText(
    withholdCitation(
      runs.map((text, at) => ({ text, look: at % 2 === 0 ? 'plain' : 'italic' })),
      createWithholder(names),
    ),
  );

describe('a citation of a source without the names', () => {
  it('keeps its dates, its numbers and the words of its style', () => {
    const names = ['Theresa May', 'e', '2023', 'March', 'August', 'See'];
    for (const text of [
      'U.S. Mission, transcript, [May 2023?], ¶ 2.',
      'U.S. Mission. (2023, May). Words.',
      'Words, 5 August 2020; see note 1, ¶¶ 12–14. 9 March.',
      'Words, in: May and March, 2023.',
    ]) {
      expect(cited(names, text)).toBe(text);
    }
  });

  it('loses a name that is still in it, over several runs too', () => {
    expect(cited(['Roman Protasevich'], 'Words of R. ', 'Protasevich', ', 2023.')).toBe(
      'Words of [name withheld 1], 2023.',
    );
  });

  it('has its marks as they are, whatever case a style gives titles', () => {
    const citation = withholdCitation(plain('[Name Withheld 1] Speaks'), createWithholder(['Roman Protasevich']));
    expect(citationText(citation)).toBe('[name withheld 1] Speaks');
  });
});

describe('a source', () => {
  const item: CslItem = {
    id: '003_7caa75fa661d9e47',
    type: 'speech',
    title: 'Of Lukashenka, May 2023',
    author: [{ family: 'Lukashenka', given: 'Alyaksandr' }],
    genre: 'press briefing transcript',
    note: 'Date inferred.',
    issued: { 'date-parts': [[2023, 5]], circa: true },
  };

  it('loses names in its fields, and in its id those of three letters and more', () => {
    const withheld = withholdItem(item, createWithholder(['Alexander Lukashenko', 'Theresa May', 'e']));
    expect(withheld).toEqual({
      ...item,
      title: 'Of [name withheld 1], May 2023',
      author: [{ literal: '[name withheld 1]' }],
    });
    expect(withholdItem({ ...item, id: '003_lukashenka' }, createWithholder(['Lukashenko'])).id).toBe(
      '003_[name withheld 1]',
    );
  });
});
