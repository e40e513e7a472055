import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inReadingOrder, type PlacedHighlight } from '../../../core/highlights/highlight.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { orderHighlights, updateHighlights } from '../../../renderer/state/order-highlights.ts';

const statementIds = ['a', 'b', 'c'];

function placed(id: string, statement: string, start: number, end: number): PlacedHighlight {
  const place = { start: utf16(start), end: utf16(end) };
  const selector = { quote: 'x', prefix: '', suffix: '', isUnique: true, ...place, source: '0'.repeat(64) };
  const at = '2024-05-02T09:30:00.000Z';
  return {
    id,
    statement,
    selector,
    tags: [],
    note: '',
    isNotePrivate: false,
    orphan: false,
    created: at,
    modified: at,
    anchor: { state: 'anchored', ...place },
    place: null,
  };
}

/** Highlights with different ids, some of statements that are not listed. */
const highlights = fc.uniqueArray(
  fc
    .record({
      id: fc.nat({ max: 60 }).map(String),
      statement: fc.constantFrom('a', 'b', 'c', 'gone', 'lost'),
      start: fc.nat({ max: 9 }),
      length: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ id, statement, start, length }) => placed(id, statement, start, start + length)),
  { selector: ({ id }) => id, maxLength: 60 },
);

/** Highlights of statements that are not listed have no order among these. */
const sorted = (list: readonly PlacedHighlight[]): PlacedHighlight[] => [...list].sort(inReadingOrder(statementIds));

describe('highlights in reading order', () => {
  it('stand as sorting all of them would put them, in whatever order they come', () => {
    fc.assert(
      fc.property(highlights, (list) => {
        expect(orderHighlights(list, statementIds)).toEqual(sorted(list));
      }),
    );
  });

  it('are the same after a change as if all were put in order anew', () => {
    fc.assert(
      fc.property(highlights, highlights, fc.array(fc.nat({ max: 60 }).map(String)), (before, put, removed) => {
        const removable = removed.filter((id) => !put.some((one) => one.id === id));
        const gone = new Set([...removable, ...put.map(({ id }) => id)]);
        const expected = sorted([...before.filter(({ id }) => !gone.has(id)), ...put]);
        expect(updateHighlights(sorted(before), put, removable, statementIds)).toEqual(expected);
      }),
    );
  });

  it('find their places one by one where they are few among many', () => {
    const many = Array.from({ length: 400 }, (_, at) => placed(`m${at}`, statementIds[at % 3] ?? 'a', at, at + 2));
    const put = [placed('m7', 'c', 0, 9), placed('new', 'a', 100, 101)];
    const expected = sorted([...many.filter(({ id }) => id !== 'm7' && id !== 'm9'), ...put]);
    expect(updateHighlights(sorted(many), put, ['m9'], statementIds)).toEqual(expected);
  });

  it('are the very same list where nothing is different', () => {
    const list = [placed('x', 'a', 0, 1)];
    expect(updateHighlights(list, [], [], statementIds)).toBe(list);
  });
});
