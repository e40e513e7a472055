import { describe, expect, it } from 'vitest';
import { CollectionSearch, type SearchableHighlight } from '../../../core/search/collection-search.ts';
import { inEnglish } from '../../../core/sentence.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { statementOf } from './statements-for-search.ts';

const [torture, detention] = initialTags;
const text = 'CARPENTER: Torture was regular.\n\nQUESTION: Was torture regular?\n\nA vote was held.';

function collection(highlights: readonly Partial<SearchableHighlight>[] = []): CollectionSearch {
  const search = new CollectionSearch();
  const base = statementOf('a', text);
  const dated = (id: string, date: string, publisher: string, language: string) => {
    const { summary } = base;
    const field = <Value>(value: Value) => ({ ...summary.date, value });
    search.add({
      ...base,
      summary: { ...summary, id, date: field(date), publisher: field(publisher), language: field(language) },
    });
  };
  dated('a', '2020-11-05', 'Civic Solidarity Platform', 'en');
  dated('b', '2023-05?', 'U.S. Department of State', 'en-US');
  search.setTags(initialTags);
  search.putHighlights(
    highlights.map((highlight, index) => ({
      id: `h${index}`,
      statement: 'a',
      passage: { start: utf16(11), end: utf16(18) },
      tags: [],
      note: '',
      ...highlight,
    })),
  );
  return search;
}

const options = { limit: 100, typing: false, spellings: true };

describe('a search by more than words', () => {
  const where = (search: CollectionSearch, query: string): string[] =>
    search.search(query, options).hits.map(({ statement, paragraph }) => `${statement}${paragraph}`);

  it.each([
    ['from:2023 vote', ['b3']],
    ['to:2020-11 vote', ['a3']],
    ['from:2020-11-05 to:2020-11-05 vote', ['a3']],
    ['from:2024 vote', []],
    ['publisher:civic vote', ['a3']],
    ['publisher:"department of state" vote', ['b3']],
    ['lang:en vote', ['a3', 'b3']],
    ['lang:en-us vote', ['b3']],
    ['lang:be vote', []],
    ['speaker:carpenter torture', ['a1', 'b1']],
    ['speaker:carpenter speaker:question torture', ['a1', 'b1', 'a2', 'b2']],
  ])('%s', (query, expected) => {
    expect(where(collection(), query).sort()).toEqual([...expected].sort());
  });

  it('takes the tags of the highlights in a paragraph, and those under them', () => {
    const search = collection([{ tags: [torture?.id ?? ''] }]);
    expect(where(search, 'tag:torture')).toEqual(['a1']);
    expect(where(search, 'tag:Torture regular')).toEqual(['a1']);
    expect(where(search, 'tag:torture vote')).toEqual([]);
    expect(where(search, 'torture -tag:torture').sort()).toEqual(['a2', 'b1', 'b2']);
    search.removeHighlights(['h0']);
    expect(where(search, 'tag:torture')).toEqual([]);
  });

  it('shows the passage that was tagged, and no other words, where a tag alone is asked for', () => {
    const search = collection([{ tags: [torture?.id ?? ''], passage: { start: utf16(19), end: utf16(30) } }]);
    expect(search.search('tag:torture', options).hits).toMatchObject([{ exact: 'was regular', matches: [] }]);
    expect(search.findIn('a', 'tag:torture', options).matches).toMatchObject([{ start: 19, end: 30 }]);
  });

  it('leaves out the very word, and not what else may be read for it', () => {
    expect(where(collection(), 'regular -tortured').sort()).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(where(collection(), 'regular -torture')).toEqual([]);
  });

  it('says that there is no such tag, but not while it is being typed', () => {
    const search = collection([{ tags: [torture?.id ?? ''] }]);
    const { total, remarks } = search.search('tag:tort', options);
    expect(total).toBe(0);
    expect(remarks.map(inEnglish)).toEqual([expect.stringContaining('“tort”')]);
    expect(search.search('tag:tort', { ...options, typing: true })).toMatchObject({ total: 1, remarks: [] });
  });

  it('finds notes as they are now, and the highlight that each is on', () => {
    const search = collection([{ note: 'Compare with detention' }, { note: 'Nothing', tags: [detention?.id ?? ''] }]);
    const notes = (query: string) =>
      search.search(query, options).notes.map(({ highlight, exact }) => [highlight, exact]);
    expect(notes('compare')).toEqual([['h0', 'Compare']]);
    expect(notes('in:notes nothing')).toEqual([['h1', 'Nothing']]);
    expect(notes('in:statements compare')).toEqual([]);
    expect(notes('tag:detention nothing')).toEqual([['h1', 'Nothing']]);
    search.putHighlights([{ id: 'h0', statement: 'a', passage: null, tags: [], note: 'Another' }]);
    expect(notes('compare')).toEqual([]);
    expect(notes('another')).toEqual([['h0', 'Another']]);
  });

  it('finds tags by their names, with how many highlights have them', () => {
    const search = collection([{ tags: [torture?.id ?? ''] }]);
    expect(search.search('torture', options).tags).toEqual([{ tag: torture?.id, path: 'torture', highlights: 1 }]);
    expect(search.search('in:notes torture', options).tags).toEqual([]);
  });

  it('offers what may have been meant where nothing is found, and never mixes it in', () => {
    const { total, suggestions } = collection().search('regluar votte', options);
    expect(total).toBe(0);
    expect(suggestions).toEqual(['regular votte', 'regluar vote']);
    expect(collection().search('regular', options).suggestions).toEqual([]);
  });

  it('finds everything that a filter alone asks for, and nothing without one', () => {
    expect(where(collection(), 'publisher:civic')).toHaveLength(3);
    expect(where(collection(), '')).toEqual([]);
    expect(where(collection(), '-vote from:2023').sort()).toEqual(['b1', 'b2']);
  });
});

describe('a search that would cost much', () => {
  it.each([
    [
      'words near each other',
      Array.from({ length: 60 }, () => 'was torture a')
        .join(' ')
        .split(' ')
        .join(' NEAR/1000 '),
    ],
    [
      'beginnings',
      'abcdefghijklmnopqrstuvwxyz'
        .split('')
        .map((letter) => `${letter}*`)
        .join(' OR '),
    ],
    ['speakers', Array.from({ length: 199 }, (_, at) => `speaker:name${at}`).join(' ')],
  ])('answers, where the careless way takes minutes: %s', (_what, query) => {
    expect(collection().search(query, options)).toMatchObject({ query });
  });
});

describe('finding in one statement', () => {
  it('gives every match in text order, as the words stand', () => {
    const { matches } = collection().findIn('a', 'regular torture', { typing: false, spellings: true });
    expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Torture',
      'regular',
      'torture',
      'regular',
    ]);
    const phrase = collection().findIn('a', '"torture was"', { typing: false, spellings: true }).matches;
    expect(phrase.map(({ start, end }) => text.slice(start, end))).toEqual(['Torture was']);
    const said = collection().findIn('a', 'speaker:question torture', { typing: false, spellings: true }).matches;
    expect(said.map(({ start, end }) => text.slice(start, end))).toEqual(['torture']);
    expect(collection().findIn('a', 'from:2099 torture', { typing: false, spellings: true }).matches).toEqual([]);
    expect(collection().findIn('a', '', { typing: true, spellings: true }).matches).toEqual([]);
    expect(collection().findIn('none', 'torture', { typing: true, spellings: true }).matches).toEqual([]);
  });
});
