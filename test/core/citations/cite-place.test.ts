import { describe, expect, it } from 'vitest';
import { citePlace, citePlaceAndSpeakers, nameSpeaker } from '../../../core/citations/cite-place.ts';

const record = {
  title: { value: '[Briefing with Ambassador Ian McFaul on Belarus]', basis: 'inferred' as const, from: 'Line 12.' },
  people: {
    value: [
      { name: 'Ian McFaul', role: 'envoy', as: 'speaker' as const },
      { name: 'Moderator', role: 'not named', as: 'moderator' as const },
    ],
    basis: 'stated' as const,
    from: 'Line 12.',
  },
};

describe('the place of a passage', () => {
  it.each([
    [3, 3, 'speech', '¶ 3'],
    [3, 5, 'paragraph', '¶¶ 3–5'],
    [null, null, 'heading', 'heading'],
    [null, null, 'furniture', 'website text'],
    [null, null, 'header-footer', 'header or footer'],
    [null, 2, 'heading', 'heading to ¶ 2'],
    [2, null, 'paragraph', '¶ 2 and the text after it'],
  ] as const)('of paragraphs %s to %s (%s) says %s', (paragraph, lastParagraph, kind, words) => {
    expect(citePlace({ paragraph, lastParagraph, kind, speakers: [] })).toBe(words);
  });

  it.each([
    [{ first: '3', last: '3' }, 'p. 3, ¶¶ 7–8'],
    [{ first: 'iv', last: '3' }, 'pp. iv–3, ¶¶ 7–8'],
  ] as const)('on the pages %o says them first: %s', (pages, words) => {
    const place = { pages, paragraph: 7, lastParagraph: 8, kind: 'paragraph' as const, speakers: ['QUESTION'] };
    expect(citePlace(place)).toBe(words);
    expect(citePlaceAndSpeakers(place, record)).toBe(`${words} (QUESTION)`);
    expect(citePlace(place, ({ first }) => `at ${first}`)).toBe(`at ${pages.first}, ¶¶ 7–8`);
  });

  it('on a page, but in no paragraph, says what it is in', () => {
    const place = { pages: { first: '3', last: '3' }, paragraph: null, lastParagraph: null, speakers: [] };
    expect(citePlace({ ...place, kind: 'header-footer' })).toBe('p. 3, header or footer');
    expect(citePlace({ ...place, kind: 'heading' })).toBe('p. 3, heading');
  });

  it('names everybody whose words are quoted, and nobody where nobody speaks', () => {
    const place = { paragraph: 2, lastParagraph: 3, kind: 'speech' as const };
    expect(citePlaceAndSpeakers({ ...place, speakers: ['AMBASSADOR MCFAUL', 'MODERATOR'] }, record)).toBe(
      '¶¶ 2–3 (Ambassador McFaul, Moderator)',
    );
    expect(citePlaceAndSpeakers({ ...place, speakers: [] }, record)).toBe('¶¶ 2–3');
  });

  it.each([
    ['AMBASSADOR MCFAUL', 'Ambassador McFaul'],
    ['QUESTION', 'QUESTION'],
    ['OSCE AMBASSADOR', 'OSCE Ambassador'],
    ['Mr. McFaul', 'Mr. McFaul'],
    ['ЛУКАШЕНКА', 'ЛУКАШЕНКА'],
  ])('names the speaker %s as %s: in the spelling of the catalogue, else as the document does', (label, name) => {
    expect(nameSpeaker(label, record)).toBe(name);
  });
});
