import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelExcerpts } from '../../../core/export/label-excerpts.ts';

const numbered = (ids: readonly string[]) => ids.map((id, index) => ({ number: index + 1, id }));

describe('the labels of excerpts', () => {
  it('are from the ids of the highlights, wherever they stand in the document', () => {
    const [a, b] = ['0b9f5c1e-5d0a-4c3e-9a51-3c1d9e8b7a21', '0b9f5c1e-5d0a-4c3e-9a51-6F0B41C2D7E8'];
    expect([...labelExcerpts(numbered([a, b])).values()]).toEqual(['3c1d9e8b7a21', '6f0b41c2d7e8']);
    expect([...labelExcerpts(numbered([b, a])).values()]).toEqual(['6f0b41c2d7e8', '3c1d9e8b7a21']);
  });

  it('tell the second time that a highlight is quoted from the first', () => {
    expect([...labelExcerpts(numbered(['a', 'a', 'A', 'a-2', 'Ж', '']))].map(([, label]) => label)).toEqual([
      ...['a', 'a-2', 'a-3', 'a2', 'excerpt', 'excerpt-2'],
    ]);
  });

  it('are each of its own and nothing but letters, figures and hyphens, whatever the ids', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 })), (ids) => {
        const labels = [...labelExcerpts(numbered(ids)).values()];
        expect(new Set(labels).size).toBe(ids.length);
        for (const label of labels) expect(label).toMatch(/^[a-z0-9-]+$/u);
      }),
    );
  });
});
