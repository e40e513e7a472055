import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../core/tags/tag.ts';
import {
  checkTagPath,
  childrenOf,
  findByPath,
  heightOf,
  inTreeOrder,
  pathOf,
  tagDepthLimit,
  withDescendants,
  wouldMakeCycle,
} from '../../../core/tags/tag-tree.ts';

const tag = (id: string, parent: string | null, name = id, shortcut: number | null = null): Tag => ({
  id,
  name,
  parent,
  colour: 'blue',
  shortcut,
  description: '',
});

const tags = [
  tag('conditions', 'detention'),
  tag('food', 'conditions'),
  tag('torture', null),
  tag('detention', null, 'Détention', 2),
  tag('arbitrary', 'detention'),
];

describe('the tree of tags', () => {
  it('lists each tag before its sub-tags, those with a digit first, then by name', () => {
    expect(inTreeOrder(tags).map(({ path, depth }) => [path, depth])).toEqual([
      ['Détention', 0],
      ['Détention/arbitrary', 1],
      ['Détention/conditions', 1],
      ['Détention/conditions/food', 2],
      ['torture', 0],
    ]);
    expect(childrenOf(tags, 'detention').map(({ id }) => id)).toEqual(['arbitrary', 'conditions']);
  });

  it('gives each tag the path by which it is found, whatever the case or Unicode form', () => {
    for (const { id } of tags) {
      const path = pathOf(tags, id) ?? '';
      expect(findByPath(tags, path)?.id).toBe(id);
      expect(findByPath(tags, ` ${path.normalize('NFD').toUpperCase()} `)?.id).toBe(id);
    }
    expect(pathOf(tags, 'none')).toBeNull();
    expect(findByPath(tags, 'conditions')).toBeNull();
  });

  it('knows who lies under whom', () => {
    expect([...withDescendants(tags, ['detention'])].sort()).toEqual(['arbitrary', 'conditions', 'detention', 'food']);
    expect(wouldMakeCycle(tags, 'detention', 'food')).toBe(true);
    expect(wouldMakeCycle(tags, 'detention', 'detention')).toBe(true);
    expect(wouldMakeCycle(tags, 'food', 'detention')).toBe(false);
    expect(wouldMakeCycle(tags, 'detention', null)).toBe(false);
    expect(heightOf(tags, 'detention')).toBe(3);
    expect(heightOf(tags, 'food')).toBe(1);
  });

  it('comes to an end where tags go round or lie under none', () => {
    const broken = [tag('a', 'b'), tag('b', 'a'), tag('c', 'gone'), tag('d', 'd')];
    for (const { id } of broken) expect(pathOf(broken, id)).toContain(id);
    expect(withDescendants(broken, ['a'])).toEqual(new Set(['a', 'b']));
    expect(inTreeOrder(broken)).toEqual([]);
  });

  it('holds every tag of any forest once', () => {
    const forest = fc.array(fc.nat(), { maxLength: 30 }).map((numbers) =>
      numbers.map((number, at) => {
        const parent = number % (at + 1);
        return tag(`t${at}`, parent === at ? null : `t${parent}`);
      }),
    );
    fc.assert(
      fc.property(forest, (all) => {
        const listed = inTreeOrder(all);
        expect(listed.map((entry) => entry.tag.id).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { tag: listedTag, path, depth } of listed) {
          expect(path).toBe(pathOf(all, listedTag.id));
          expect(path.split('/')).toHaveLength(depth + 1);
        }
      }),
    );
  });
});

describe('checkTagPath', () => {
  it('gives the names, each as it will be kept', () => {
    expect(checkTagPath(' detention / ill\u00a0 treatment ')).toEqual({
      ok: true,
      value: ['detention', 'ill treatment'],
    });
  });

  it.each([
    ['', 'A tag needs a name: type'],
    ['/', 'before and after each “/”'],
    ['detention/', 'before and after each “/”'],
    ['a//b', 'before and after each “/”'],
    [`a/${'x'.repeat(10_000)}`, 'at most 100 characters'],
    ['a/'.repeat(5_000), `at most ${tagDepthLimit} levels`],
  ])('refuses %j with a short sentence', (path, words) => {
    const checked = checkTagPath(path);
    expect(checked).toMatchObject({ ok: false, fault: { message: expect.stringContaining(words) } });
    expect(JSON.stringify(checked).length).toBeLessThan(500);
  });
});
