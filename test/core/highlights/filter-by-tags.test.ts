import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterByTags, type TagFilter } from '../../../core/highlights/filter-by-tags.ts';
import type { Tag } from '../../../core/tags/tag.ts';

const tag = (id: string, parent: string | null): Tag => ({
  id,
  name: id,
  parent,
  colour: 'blue',
  shortcut: null,
  description: '',
});
const tags = [tag('detention', null), tag('conditions', 'detention'), tag('torture', null), tag('elections', null)];

const highlights: readonly (readonly string[])[] = [
  [],
  ['detention'],
  ['conditions'],
  ['torture'],
  ['conditions', 'torture'],
  ['elections'],
];

function passing(filter: Partial<TagFilter>): string[] {
  const passes = filterByTags({ tags: [], match: 'any', untagged: false, ...filter }, tags);
  return highlights.filter((own) => passes({ tags: [...own] })).map((own) => own.join('+') || 'untagged');
}

describe('filterByTags', () => {
  it('restricts nothing where no tag is chosen, unless the untagged alone are asked for', () => {
    for (const match of ['any', 'all', 'none'] as const) {
      expect(passing({ match, untagged: false })).toHaveLength(highlights.length);
    }
    for (const match of ['any', 'all'] as const) expect(passing({ match, untagged: true })).toEqual(['untagged']);
    expect(passing({ match: 'none', untagged: true })).toHaveLength(highlights.length);
  });

  it('takes those with any of the tags or a sub-tag', () => {
    expect(passing({ tags: ['detention'] })).toEqual(['detention', 'conditions', 'conditions+torture']);
    expect(passing({ tags: ['conditions', 'elections'] })).toEqual(['conditions', 'conditions+torture', 'elections']);
  });

  it('takes those with each of the tags, where a sub-tag will do', () => {
    expect(passing({ match: 'all', tags: ['detention', 'torture'] })).toEqual(['conditions+torture']);
    expect(passing({ match: 'all', tags: ['detention', 'conditions'] })).toEqual(['conditions', 'conditions+torture']);
  });

  it('takes those with none of the tags or their sub-tags, untagged ones too', () => {
    expect(passing({ match: 'none', tags: ['detention'] })).toEqual(['untagged', 'torture', 'elections']);
  });

  it('adds the untagged to any and all where they are asked for', () => {
    expect(passing({ tags: ['elections'], untagged: true })).toEqual(['untagged', 'elections']);
    expect(passing({ match: 'all', tags: ['elections', 'torture'], untagged: true })).toEqual(['untagged']);
  });

  it('finds nothing by a tag that is gone', () => {
    expect(passing({ tags: ['gone'] })).toEqual([]);
    expect(passing({ match: 'none', tags: ['gone'] })).toHaveLength(highlights.length);
  });

  it('splits any highlights in two by any and none, and all never passes what any does not', () => {
    const ids = fc.subarray(tags.map(({ id }) => id));
    const chosen = fc.subarray(
      tags.map(({ id }) => id),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(chosen, ids, (wanted, own) => {
        const by = (match: TagFilter['match']): boolean =>
          filterByTags({ tags: wanted, match, untagged: false }, tags)({ tags: own });
        expect(by('any')).toBe(!by('none'));
        if (by('all')) expect(by('any')).toBe(true);
      }),
    );
  });
});
