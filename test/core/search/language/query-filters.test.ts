import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../core/search/language/parse-query.ts';
import type { QueryFilters } from '../../../../core/search/language/query.ts';
import { inEnglish } from '../../../../core/sentence.ts';

const nothing: QueryFilters = {
  tags: [],
  notTags: [],
  in: [],
  from: null,
  to: null,
  speakers: [],
  publishers: [],
  languages: [],
};

const parse = (query: string, typing = false) => parseQuery(query, { typing });

describe('fields of a query', () => {
  it.each([
    ['no field', 'torture', {}],
    ['a tag', 'tag:torture', { tags: ['torture'] }],
    ['a tag by its path', 'tag:"detention/conditions"', { tags: ['detention/conditions'] }],
    ['a tag with spaces, in curly marks', 'tag:“house arrest”', { tags: ['house arrest'] }],
    ['several tags', 'tag:a tag:b', { tags: ['a', 'b'] }],
    ['a tag said twice', 'tag:Torture tag:torture', { tags: ['Torture'] }],
    ['tags to leave out', '-tag:a NOT tag:"b c"', { notTags: ['a', 'b c'] }],
    ['a name of a field in capitals', 'TAG:a In:notes', { tags: ['a'], in: ['notes'] }],
    ['places', 'in:notes in:statement in:tags', { in: ['notes', 'statements', 'tags'] }],
    ['places in one field', 'in:notes,tags|statements', { in: ['notes', 'tags', 'statements'] }],
    ['dates', 'from:2020 to:2023-05', { from: '2020', to: '2023-05' }],
    ['a day', 'from:2020-02-29', { from: '2020-02-29' }],
    ['a date written otherwise', 'from:2020/5/1 to:"2021.3"', { from: '2020-05-01', to: '2021-03' }],
    ['a speaker', 'speaker:Carpenter speaker:"Michael Carpenter"', { speakers: ['Carpenter', 'Michael Carpenter'] }],
    ['speakers with OR', 'speaker:a OR speaker:b', { speakers: ['a', 'b'] }],
    ['a publisher', 'publisher:"Radio Free Europe"', { publishers: ['Radio Free Europe'] }],
    ['languages', 'lang:EN lang:Belarusian,be-tarask', { languages: ['en', 'be', 'be-tarask'] }],
  ])('are read: %s', (_, query, expected) => {
    const { filters, remarks } = parse(query);
    expect(filters).toEqual({ ...nothing, ...expected });
    expect(remarks).toEqual([]);
  });

  it('stand among words without disturbing them', () => {
    const { all, none, filters } = parse('a tag:x b -c');
    expect([all.length, none.length, filters.tags]).toEqual([2, 1, ['x']]);
  });

  it.each([
    ['a field without a value', 'tag: torture', '“tag:” was left out'],
    ['a place that there is not', 'in:margins a', '“in:margins” was left out'],
    ['a month that there is not', 'from:2020-13', '“from:2020-13” was left out'],
    ['a day that there is not', 'to:2021-02-29', '“to:2021-02-29” was left out'],
    ['the thirty-first of June', 'to:2021-06-31', 'was left out'],
    ['a word for a date', 'from:november', '“from:november” was left out'],
    ['two separators', 'from:2020-05/01', 'was left out'],
    ['a language that cannot be', 'lang:x1!', 'was left out'],
    ['several dates', 'from:2020 from:2021', 'the last one, 2021, counts'],
    ['dates the wrong way round', 'from:2023 to:2020-05', 'no date lies between'],
    ['a minus before another field than tag', '-speaker:a', 'only -tag: can exclude'],
    ['marks that are not closed', 'tag:"a b', 'is not closed'],
    ['tags with OR', 'tag:a OR tag:b', 'OR was left out'],
  ])('are told of where odd: %s', (_, query, remark) => {
    expect(parse(query).remarks.map(inEnglish).join('\n')).toContain(remark);
  });

  it('take the last date where there are several', () => {
    expect(parse('from:2020 from:2021 from:2020').filters.from).toBe('2020');
  });

  it('leave a wrong date out', () => {
    expect(parse('from:2020-13 to:2021').filters).toEqual({ ...nothing, to: '2021' });
  });

  it('allow dates that share a year, month or day', () => {
    for (const query of ['from:2020-05 to:2020', 'from:2020 to:2020-01', 'from:2020-05-01 to:2020-05-01']) {
      expect(parse(query).remarks).toEqual([]);
    }
  });

  it('count while they are typed as soon as they are whole', () => {
    expect(parse('from:2020', true).filters.from).toBe('2020');
    expect(parse('from:2020-05', true).filters.from).toBe('2020-05');
    expect(parse('tag:tort', true).filters.tags).toEqual(['tort']);
    expect(parse('in:notes', true).filters.in).toEqual(['notes']);
  });

  it('are told of while they are typed only where they cannot become right', () => {
    expect(parse('in:x', true).remarks).toHaveLength(1);
    expect(parse('from:2020-13 a', true).remarks).toHaveLength(1);
  });
});
