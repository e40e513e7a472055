import { describe, expect, it } from 'vitest';
import type { PlacedHighlight } from '../../../core/highlights/highlight.ts';
import { countHighlights } from '../../../renderer/library/count-highlights.ts';

const highlight = (statement: string, tags: string[]): PlacedHighlight => ({
  id: `${statement}-${tags.join()}`,
  statement,
  selector: {
    quote: 'q',
    prefix: '',
    suffix: '',
    start: 0,
    end: 1,
    source: 's',
  } as unknown as PlacedHighlight['selector'],
  tags,
  note: '',
  isNotePrivate: false,
  orphan: false,
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-01-01T00:00:00.000Z',
  anchor: { state: 'orphaned' },
  place: null,
});

describe('counting highlights', () => {
  it('counts those of a statement, and names each of their tags once', () => {
    const { byStatement } = countHighlights([highlight('a', ['x', 'y']), highlight('a', ['y']), highlight('b', [])]);
    expect(byStatement.get('a')).toEqual({ count: 2, tags: ['x', 'y'] });
    expect(byStatement.get('b')).toEqual({ count: 1, tags: [] });
    expect(byStatement.has('c')).toBe(false);
  });

  it('counts how many highlights each tag is on', () => {
    const { byTag } = countHighlights([highlight('a', ['x', 'y']), highlight('b', ['y'])]);
    expect([...byTag]).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
  });
});
