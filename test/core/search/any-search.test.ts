import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CollectionSearch } from '../../../core/search/collection-search.ts';
import { parseQuery } from '../../../core/search/language/parse-query.ts';
import type { QueryNode } from '../../../core/search/language/query.ts';
import { scanWords, wordsOf } from '../../../core/search/words.ts';
import { standsIn } from './scan-paragraph.ts';
import { statementOf } from './statements-for-search.ts';

const pieces = [
  'detained',
  'detention',
  'detain',
  'torture',
  'Tortured',
  'ill-treatment',
  'ill treatment',
  'illtreatment',
  'co-operation',
  'Lukashenko',
  'of Lukashenka',
  'Лукашэнка',
  'Tikhanovskaya',
  'said Tsikhanouskaya',
  'Тихановской',
  'задержан',
  'задержанных',
  '1,486',
  '1486',
  'the',
  'police',
  "police's",
  'vote',
  'and the',
  'of the in',
] as const;

const paragraph = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const term = fc.constantFrom(...pieces.flatMap((piece) => piece.split(' ')));
const clause = fc.oneof(
  { weight: 4, arbitrary: term },
  fc.tuple(term, term).map(([a, b]) => `"${a} ${b}"`),
  term.map((word) => `-${word}`),
  term.map((word) => `${word.slice(0, 4)}*`),
  fc.tuple(term, term).map(([a, b]) => `${a} OR ${b}`),
  fc.tuple(term, fc.nat(4), term).map(([a, distance, b]) => `${a} NEAR/${distance} ${b}`),
);
const query = fc.array(clause, { minLength: 1, maxLength: 3 }).map((clauses) => clauses.join(' '));

/** What is left out is meant as it is written. */
function asWritten(node: QueryNode): QueryNode {
  if (node.kind === 'phrase') return { ...node, isExact: true };
  if (node.kind === 'near') return { ...node, of: node.of.map((phrase) => ({ ...phrase, isExact: true })) };
  return { ...node, of: node.of.map((each) => asWritten(each) as (typeof node.of)[number]) };
}

describe('any search in any text', () => {
  it('finds exactly the paragraphs that a scan finds', () => {
    let matched = 0;
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 8 }), query, (paragraphs, text) => {
        const statement = statementOf('made', paragraphs.join('\n\n'));
        const search = new CollectionSearch();
        search.add(statement);
        const names = new Set<string>();
        for (const { start, end } of statement.blocks) {
          const body = statement.text.slice(start, end);
          scanWords(body, {
            word: (written, _start, isNameLike) => {
              if (isNameLike) for (const key of wordsOf(written)[0]?.keys ?? []) names.add(key);
            },
            compound: () => undefined,
          });
        }
        const { all, none } = parseQuery(text, { typing: false });
        const expected = statement.blocks.filter(({ start, end }) => {
          const body = statement.text.slice(start, end);
          return (
            all.every((node) => standsIn(body, node, { names })) &&
            !none.some((node) => standsIn(body, asWritten(node), { names }))
          );
        });
        const { hits } = search.search(text, { limit: 1_000, typing: false, spellings: true });
        const found = hits.map(({ start }) =>
          statement.blocks.findIndex((block) => block.start <= start && start < block.end),
        );
        expect(found.sort((a, b) => a - b)).toEqual(expected.map((block) => statement.blocks.indexOf(block)));
        matched += found.length;
        for (const hit of hits) expect(hit.exact).toBe(statement.text.slice(hit.start, hit.end));
      }),
      { numRuns: 3_000 },
    );
    expect(matched).toBeGreaterThan(2_000);
  });
});

describe('a collection that changes', () => {
  it('answers as one that was made anew', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.option(paragraph, { nil: null })), { minLength: 1, maxLength: 14 }),
        query,
        (steps, text) => {
          const changing = new CollectionSearch();
          const present = new Map<number, string>();
          for (const [id, content] of steps) {
            if (content === null) {
              changing.remove(`s${id}`);
              present.delete(id);
            } else {
              changing.add(statementOf(`s${id}`, content));
              present.set(id, content);
            }
          }
          const fresh = new CollectionSearch();
          for (const [id, content] of present) fresh.add(statementOf(`s${id}`, content));
          const options = { limit: 1_000, typing: false, spellings: false };
          const sorted = (search: CollectionSearch) =>
            search
              .search(text, options)
              .hits.map(({ statement, start, matches, tier }) => JSON.stringify([statement, start, matches, tier]))
              .sort();
          expect(sorted(changing)).toEqual(sorted(fresh));
          const saved = changing.save();
          const reloaded = new CollectionSearch(saved.corpus);
          const texts = new Map([...present].map(([id, content]) => [`s${id}`, content]));
          for (const kept of saved.statements) reloaded.restore(statementOf(kept.id, texts.get(kept.id) ?? ''), kept);
          expect(sorted(reloaded)).toEqual(sorted(changing));
        },
      ),
      { numRuns: 400 },
    );
  });
});
