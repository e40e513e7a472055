import { describe, expect, it } from 'vitest';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { countOf, readJudgedCollection } from './judged-collection.ts';
import { judgedPassages } from './judged-passages.ts';
import { judgedQueries } from './judged-queries.ts';

describe('the judged queries', () => {
  it('quote every passage so that it is found exactly once in its statement', async () => {
    const statements = new Map((await readBundledStatements()).map(({ record, text }) => [record.id, text]));
    const counts = Object.entries(judgedPassages).map(([name, { statement, quotation }]) => ({
      name,
      count: countOf(statements.get(statement) ?? '', quotation),
    }));
    expect(counts.filter(({ count }) => count !== 1)).toEqual([]);
  });

  it('speak of a different paragraph with each passage', async () => {
    const { placeOf } = await readJudgedCollection();
    expect(new Set(placeOf.values()).size).toBe(Object.keys(judgedPassages).length);
  });

  it('use every passage, and grade none twice for the same query', () => {
    const graded = judgedQueries.map(({ relevant }) => Object.values(relevant).flat());
    expect(new Set(graded.flat())).toEqual(new Set(Object.keys(judgedPassages)));
    for (const names of graded) expect(new Set(names).size).toBe(names.length);
  });

  it('are at least sixty, each asked once and each with an answer', () => {
    expect(judgedQueries.length).toBeGreaterThanOrEqual(60);
    expect(new Set(judgedQueries.map(({ query }) => query)).size).toBe(judgedQueries.length);
    expect(judgedQueries.filter(({ relevant }) => Object.values(relevant).flat().length === 0)).toEqual([]);
  });
});
