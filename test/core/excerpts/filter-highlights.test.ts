import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExcerptFilter, everyExcerpt } from '../../../core/excerpts/excerpt-filter.ts';
import { createHighlightFilter, filterHighlights } from '../../../core/excerpts/filter-highlights.ts';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import { initialTags, type Tag } from '../../../core/tags/tag.ts';
import { hardText } from '../../support/hard-text.ts';
import { hardSources, highlightOf } from '../export/hard-excerpts.ts';
import { statementOf } from '../search/statements-for-search.ts';

const sources = hardSources();
const [torture = '', detention = '', elections = ''] = initialTags.map(({ id }) => id);

const pass = (filter: Partial<ExcerptFilter>, from = sources): PlacedHighlight[] =>
  filterHighlights(from.highlights, { ...everyExcerpt, ...filter }, from);

/** A statement whose one highlight is all of its text. */
function dated(id: string, date: string | null): Statement {
  const statement = statementOf(id, `Words of ${id}`);
  return { ...statement, summary: { ...statement.summary, date: { ...statement.summary.date, value: date } } };
}

/** The ids of the statements that pass from one with each of these dates. */
function datesThatPass(filter: Partial<ExcerptFilter>, dates: readonly (string | null)[]): (string | null)[] {
  const statements = dates.map((date, index) => dated(`s${index}`, date));
  const highlights = statements.map((statement) => highlightOf(statement, statement.text, []));
  const summaries = statements.map(({ summary }) => summary);
  const passed = filterHighlights(highlights, { ...everyExcerpt, ...filter }, { summaries, tags: [] });
  return passed.map(({ statement }) => dates[Number(statement.slice(1))] ?? null);
}

/** Whether a highlight of `quote` passes where somebody looks for `text`. */
function isFound(quote: string, text: string, note = '', tags: readonly Tag[] = [], isPrivate = false): boolean {
  const statement = statementOf('one', quote);
  const ids = tags.map(({ id }) => id);
  const highlight = { ...highlightOf(statement, quote, ids, note, isPrivate) };
  return (
    filterHighlights([highlight], { ...everyExcerpt, text }, { summaries: [statement.summary], tags }).length === 1
  );
}

describe('filtered highlights', () => {
  it('are all of them, in the order they come, where nothing is restricted', () => {
    expect(pass({})).toEqual(sources.highlights);
  });

  it('are those with any, all or none of the tags, and the untagged where they are asked for', () => {
    expect(pass({ tags: [torture] })).toHaveLength(2);
    expect(pass({ tags: [torture, detention] })).toHaveLength(4);
    expect(pass({ tags: [torture, detention], match: 'all' })).toHaveLength(1);
    expect(pass({ tags: [torture, detention], match: 'none' })).toHaveLength(sources.highlights.length - 4);
    expect(pass({ tags: [elections] })).toEqual([]);
    expect(pass({ tags: [elections], untagged: true })).toHaveLength(5);
    expect(pass({ untagged: true })).toHaveLength(5);
  });

  it('are found by a tag above theirs', () => {
    const tags = initialTags.map((tag) => (tag.id === torture ? { ...tag, parent: detention } : tag));
    expect(pass({ tags: [detention] }, { ...sources, tags })).toHaveLength(4);
  });

  it('are those of the statements and kinds chosen', () => {
    expect(pass({ statements: ['plain'] }).map(({ statement }) => statement)).toEqual(['plain', 'plain']);
    expect(pass({ kinds: ['news report'] })).toEqual([]);
    expect(pass({ kinds: ['news report', 'press statement'], statements: ['plain'] })).toHaveLength(2);
  });

  it('of a statement that the collection does not hold pass until something is asked about it', () => {
    const [summary] = sources.summaries;
    const without = { ...sources, summaries: summary ? [summary] : [] };
    expect(pass({}, without)).toHaveLength(sources.highlights.length);
    expect(pass({ statements: ['plain'] }, without)).toHaveLength(2);
    expect(pass({ kinds: ['press statement'] }, without)).toHaveLength(sources.highlights.length - 2);
  });

  it('are those of the time asked for, as exactly as their date is known', () => {
    const dates = ['2020-11-05', '2020?', '2021-11?', '2023-05', null, 'once'];
    expect(datesThatPass({ from: '2020-11-05', to: '2020-11-05' }, dates)).toEqual(['2020-11-05', '2020?']);
    expect(datesThatPass({ from: '2020-11-06' }, dates)).toEqual(['2020?', '2021-11?', '2023-05']);
    expect(datesThatPass({ to: '2021' }, dates)).toEqual(['2020-11-05', '2020?', '2021-11?']);
    expect(datesThatPass({ from: '2021-11', to: '2021-11' }, dates)).toEqual(['2021-11?']);
    expect(datesThatPass({ from: '2022', to: '2023-04' }, dates)).toEqual([]);
  });

  it('are not restricted by a date in the middle of being typed', () => {
    expect(datesThatPass({ from: '20' }, ['1999', null])).toEqual(['1999', null]);
  });

  it('are those with or without a note, of white space being none', () => {
    const blank = { ...sources, highlights: sources.highlights.slice(0, 1).map((one) => ({ ...one, note: ' \n' })) };
    expect(pass({ note: 'with' })).toHaveLength(2);
    expect(pass({ note: 'without' })).toHaveLength(sources.highlights.length - 2);
    expect(pass({ note: 'with' }, blank)).toEqual([]);
  });

  it('have all words, in the quotation, the note or a tag', () => {
    const tag: Tag = { id: 't', name: 'Жорсткасць', parent: null, colour: 'teal', shortcut: null, description: '' };
    expect(isFound('They were beaten.', 'beat WERE')).toBe(true);
    expect(isFound('They were beaten.', 'beaten vanished')).toBe(false);
    expect(isFound('They were beaten.', 'beaten vanished', 'Vanished since.')).toBe(true);
    expect(isFound('They were beaten.', 'beaten жорсткасць', '', [tag])).toBe(true);
  });

  it('are found by a note that is private: this is for its user alone', () => {
    expect(isFound('They were beaten.', 'secret', 'A secret.', [], true)).toBe(true);
  });

  it('are found whatever case, accents, quotation marks, spaces and soft hyphens are', () => {
    expect(isFound('The regime’s “detain\u00ADees” in Łódź, no\u00A0one else', '"detainees" REGIME\'S lodz one')).toBe(
      true,
    );
    expect(isFound('detainees `here`', 'detain\u00ADees')).toBe(true);
    expect(isFound('detainees `here`', '‘here’')).toBe(true);
    expect(isFound('САМЫЁ', 'самые')).toBe(true);
    expect(isFound('сайт', 'саит')).toBe(false);
    expect(isFound('ill‑treatment', 'ill-treatment')).toBe(true);
  });

  it('are found by any run of their own words', () => {
    fc.assert(
      fc.property(hardText, fc.nat(), fc.nat(), (text, from, length) => {
        const words = text.split(/\s+/u).filter((word) => word !== '');
        fc.pre(words.length > 0);
        const start = from % words.length;
        const asked = words.slice(start, start + 1 + (length % 3)).join(' ');
        expect(isFound(text, asked)).toBe(true);
      }),
    );
  });

  it('follow a note that has changed, though words are kept from one question to the next', () => {
    const ask = createHighlightFilter(sources);
    const [first] = sources.highlights;
    if (!first) throw new Error('There are highlights.');
    const filter = { ...everyExcerpt, text: 'afterwards' };
    expect(ask([first], filter)).toEqual([]);
    expect(ask([first], filter)).toEqual([]);
    expect(ask([{ ...first, note: 'Written afterwards.' }], filter)).toHaveLength(1);
  });
});
