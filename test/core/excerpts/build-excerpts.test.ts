import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExcerpts, createExcerptReader } from '../../../core/excerpts/build-excerpts.ts';
import { Excerpt } from '../../../core/excerpts/excerpt.ts';
import { blockAt } from '../../../core/statements/block.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { trimPassage } from '../../../core/text/passage.ts';
import { sentencesAround } from '../../../core/text/sentences.ts';
import { hardSources, highlightAt, highlightOf } from '../export/hard-excerpts.ts';
import { bundledStatements } from '../search/statements-for-search.ts';

const sources = hardSources();
const { highlights } = sources;
const [torture = '', detention = ''] = initialTags.map(({ id }) => id);

describe('excerpts', () => {
  it('hold every highlight, tagged or not, anchored or not', () => {
    const ids = buildExcerpts(sources, highlights, 'none').map(({ id }) => id);
    expect(ids.sort()).toEqual(sources.highlights.map(({ id }) => id).sort());
  });

  it('keep the order they come in', () => {
    const turned = [...highlights].reverse();
    expect(buildExcerpts(sources, turned, 'sentence').map(({ id }) => id)).toEqual(turned.map(({ id }) => id));
  });

  it('are well formed, and their quotation is the text between their code points', () => {
    for (const excerpt of buildExcerpts(sources, highlights, 'paragraph')) {
      expect(Excerpt.parse(excerpt)).toEqual(excerpt);
      const text = sources.statements.find(({ summary }) => summary.id === excerpt.statement)?.text ?? '';
      expect([...text].slice(excerpt.start, excerpt.end).join('')).toBe(excerpt.quotation);
    }
  });

  it('keep the position of a highlight of other bytes as it was counted then, whatever stands in the text now', () => {
    for (const highlight of highlights) {
      const source = 'f'.repeat(64);
      const lost = { ...highlight, anchor: { state: 'orphaned' as const }, place: null };
      const [excerpt] = buildExcerpts(sources, [{ ...lost, selector: { ...highlight.selector, source } }], 'none');
      expect(excerpt).toMatchObject({ start: highlight.selector.start, sha256: source });
    }
  });

  it('name tags by path, and by id where the codebook does not have them', () => {
    const tags = initialTags.map((tag) => (tag.id === torture ? { ...tag, parent: detention } : tag));
    const paths = buildExcerpts({ ...sources, tags }, highlights, 'none').map((excerpt) => excerpt.tags.join('+'));
    expect(paths.filter((path) => path.includes('torture'))).toEqual([
      'detention/torture+detention',
      'detention/torture',
    ]);
    const [unknown] = buildExcerpts({ ...sources, tags: [] }, highlights.slice(2, 3), 'none');
    expect(unknown?.tags).toEqual([torture, detention]);
  });

  it('come with their sentence, their paragraph or nothing', () => {
    const around = (context: 'none' | 'sentence' | 'paragraph') => {
      const excerpt = buildExcerpts(sources, highlights, context).find(({ quotation }) => quotation === 'two');
      return [excerpt?.before, excerpt?.after];
    };
    expect(around('none')).toEqual(['', '']);
    expect(around('sentence')).toEqual(['It has ', ' sentences.']);
    expect(around('paragraph')).toEqual(['A plain statement. It has ', ' sentences.']);
  });

  it('have no context from another paragraph or from the speaker’s label', () => {
    const excerpts = buildExcerpts(sources, highlights, 'paragraph');
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
    const [excerpt] = buildExcerpts(sources, [highlight], 'paragraph');
    expect(excerpt?.before).toBe('AMBASSADOR ');
  });

  it('hand the words around with them, where their quotation and context stand', () => {
    for (const context of ['none', 'sentence', 'paragraph'] as const) {
      const read = createExcerptReader(sources, context);
      for (const { excerpt, surroundings, at } of highlights.map(read)) {
        const { before, quotation, after } = excerpt;
        const from = at - before.length;
        expect(surroundings.slice(from, at + quotation.length + after.length)).toBe(before + quotation + after);
      }
    }
  });

  it('are the same read one after the other as each by itself', () => {
    const together = buildExcerpts(sources, highlights, 'sentence');
    const alone = highlights.flatMap((highlight) => buildExcerpts(sources, [highlight], 'sentence'));
    expect(together).toEqual(alone);
  });

  it('have for their sentence what sentencesAround finds in their blocks', () => {
    const statements = bundledStatements();
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 900 }), (which, from, length) => {
        const statement = statements[which % statements.length];
        if (!statement) throw new Error('There are five statements.');
        const { text, blocks } = statement;
        const passage = trimPassage(text, {
          start: utf16(from % text.length),
          end: utf16(Math.min(text.length, (from % text.length) + length)),
        });
        fc.pre(passage !== null);
        const highlight = highlightAt(statement, passage, []);
        const [excerpt] = buildExcerpts({ ...sources, statements: [statement] }, [highlight], 'sentence');
        const first = blockAt(blocks, passage.start);
        const begin = Math.min(
          passage.start < (first?.bodyStart ?? 0) ? (first?.start ?? 0) : (first?.bodyStart ?? 0),
          passage.start,
        );
        const end = Math.max(blockAt(blocks, passage.end - 1)?.end ?? 0, passage.end);
        const around = sentencesAround(text.slice(begin, end), {
          start: utf16(passage.start - begin),
          end: utf16(passage.end - begin),
        });
        expect(excerpt?.before).toBe(text.slice(begin + around.start, passage.start));
        expect(excerpt?.after).toBe(text.slice(passage.end, begin + around.end));
      }),
      { numRuns: 60 },
    );
  });

  it('keep words, position and state of a highlight that is not anchored, without context', () => {
    const lost = buildExcerpts(sources, highlights, 'paragraph').find(({ id }) => id === 'h-lost');
    expect(lost).toMatchObject({ state: 'orphaned', quotation: 'nor this', before: '', after: '', place: null });
  });

  it('keep a highlight whose statement cannot be read', () => {
    const found = buildExcerpts({ ...sources, statements: [], summaries: [] }, highlights, 'sentence');
    expect(found).toHaveLength(sources.highlights.length);
    expect(found.every(({ state }) => state !== 'anchored')).toBe(true);
    expect(found.every(({ quotation }) => quotation !== '')).toBe(true);
  });
});
