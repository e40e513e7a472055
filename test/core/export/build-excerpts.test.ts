import { describe, expect, it } from 'vitest';
import { buildExcerpts } from '../../../core/export/build-excerpts.ts';
import type { ExcerptFilter } from '../../../core/export/excerpt.ts';
import { Excerpt } from '../../../core/export/excerpt.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { hardSources, highlightOf } from './hard-excerpts.ts';

const everything: ExcerptFilter = { tags: [], match: 'any', untagged: false, statements: [] };
const sources = hardSources();
const [torture = '', detention = '', elections = ''] = initialTags.map(({ id }) => id);

describe('excerpts', () => {
  it('hold every highlight, tagged or not, anchored or not, where nothing is restricted', () => {
    const ids = buildExcerpts(sources, everything, 'none').map(({ id }) => id);
    expect(ids.sort()).toEqual(sources.highlights.map(({ id }) => id).sort());
  });

  it('are in reading order', () => {
    const excerpts = buildExcerpts(sources, everything, 'none');
    const order = excerpts.map(({ statement, start }) => [statement, start] as const);
    expect(order).toEqual([...order].sort(([a, x], [b, y]) => a.localeCompare(b) || x - y));
  });

  it('are well formed, and their quotation is the text between their code points', () => {
    for (const excerpt of buildExcerpts(sources, everything, 'paragraph')) {
      expect(Excerpt.parse(excerpt)).toEqual(excerpt);
      const text = sources.statements.find(({ summary }) => summary.id === excerpt.statement)?.text ?? '';
      expect([...text].slice(excerpt.start, excerpt.end).join('')).toBe(excerpt.quotation);
    }
  });

  it('are those with any of the tags, and the untagged where they are asked for', () => {
    const tagsOf = (filter: Partial<ExcerptFilter>): string[] =>
      buildExcerpts(sources, { ...everything, ...filter }, 'none').map(({ tags }) => tags.join('+'));
    expect(tagsOf({ tags: [torture] })).toEqual(['torture', 'torture+detention']);
    expect(tagsOf({ tags: [torture, detention] })).toHaveLength(4);
    expect(tagsOf({ tags: [elections] })).toEqual([]);
    expect(tagsOf({ tags: [elections], untagged: true })).toEqual(['', '', '', '', '']);
    expect(tagsOf({ tags: [], untagged: true })).toEqual(['', '', '', '', '']);
  });

  it('name tags by path, and are chosen by a tag above theirs', () => {
    const tags = initialTags.map((tag) => (tag.id === torture ? { ...tag, parent: detention } : tag));
    const chosen = buildExcerpts({ ...sources, tags }, { ...everything, tags: [detention] }, 'none');
    expect(chosen.map((excerpt) => excerpt.tags.join('+')).sort()).toEqual([
      'detention',
      'detention',
      'detention/torture',
      'detention/torture+detention',
    ]);
    const both: ExcerptFilter = { ...everything, tags: [torture, detention], match: 'all' };
    expect(buildExcerpts(sources, both, 'none').map((excerpt) => excerpt.tags)).toEqual([['torture', 'detention']]);
    const none = buildExcerpts(sources, { ...both, match: 'none' }, 'none');
    expect(none).toHaveLength(sources.highlights.length - 4);
  });

  it('are those of the statements chosen', () => {
    const found = buildExcerpts(sources, { ...everything, statements: ['plain'] }, 'none');
    expect(found.map(({ statement }) => statement)).toEqual(['plain', 'plain']);
  });

  it('come with their sentence, their paragraph or nothing', () => {
    const around = (context: 'none' | 'sentence' | 'paragraph') => {
      const excerpt = buildExcerpts(sources, everything, context).find(({ quotation }) => quotation === 'two');
      return [excerpt?.before, excerpt?.after];
    };
    expect(around('none')).toEqual(['', '']);
    expect(around('sentence')).toEqual(['It has ', ' sentences.']);
    expect(around('paragraph')).toEqual(['A plain statement. It has ', ' sentences.']);
  });

  it('have no context from another paragraph or from the speaker’s label', () => {
    const excerpts = buildExcerpts(sources, everything, 'paragraph');
    const speech = excerpts.find(({ quotation }) => quotation === 'Torture 😀');
    expect(speech?.before).toBe('');
    expect(speech?.after).toMatch(/^ is \|.*True!$/u);
    const across = excerpts.find(({ quotation }) => quotation.includes('\n\n'));
    expect(across?.before).toMatch(/^Лукашенка/u);
    expect(across?.after).toMatch(/\{id\}$/u);
  });

  it('have only the label before a quotation that begins in it', () => {
    const [hard] = sources.statements;
    if (!hard) throw new Error('There are two statements.');
    const highlight = highlightOf(hard, 'CARPENTER', []);
    const [excerpt] = buildExcerpts({ ...sources, highlights: [highlight] }, everything, 'paragraph');
    expect(excerpt?.before).toBe('AMBASSADOR ');
  });

  it('keep words, position and state of a highlight that is not anchored, without context', () => {
    const lost = buildExcerpts(sources, everything, 'paragraph').find(({ id }) => id === 'h-lost');
    expect(lost).toMatchObject({ state: 'orphaned', quotation: 'nor this', before: '', after: '', place: null });
  });

  it('keep a highlight whose statement cannot be read', () => {
    const found = buildExcerpts({ ...sources, statements: [], summaries: [] }, everything, 'sentence');
    expect(found).toHaveLength(sources.highlights.length);
    expect(found.every(({ state }) => state !== 'anchored')).toBe(true);
    expect(found.every(({ quotation }) => quotation !== '')).toBe(true);
  });
});
