import { describe, expect, it } from 'vitest';
import { changeTag, previewTagChange } from '../../../core/workspace/change-tag.ts';
import type { TagOperation } from '../../../core/workspace/tag-operation.ts';
import { editing, idOf, refusal, take, workspaceWith } from './small-workspace.ts';

const workspace = workspaceWith(
  ['detention/conditions', 'detention/conditions/food'],
  [['detention'], ['detention/conditions', 'torture'], ['detention/conditions/food'], ['torture'], []],
);
const [detention, conditions, torture] = ['detention', 'detention/conditions', 'torture'].map((path) =>
  idOf(workspace, path),
) as [string, string, string]; // One id for each path.

const family = ['detention', 'detention/conditions', 'detention/conditions/food'];

describe('previewTagChange', () => {
  it.each<[TagOperation, number, number, readonly string[]]>([
    [{ do: 'create', path: 'prison/food' }, 0, 0, ['prison', 'prison/food']],
    [{ do: 'rename', id: detention, name: 'custody' }, 3, 0, family],
    [{ do: 'recolour', id: detention, colour: 'pink' }, 1, 0, ['detention']],
    [{ do: 'describe', id: detention, description: 'x' }, 0, 0, ['detention']],
    [{ do: 'shortcut', id: conditions, shortcut: 1 }, 0, 0, ['torture', 'detention/conditions']],
    [{ do: 'move', id: conditions, parent: null }, 2, 0, family.slice(1)],
    [{ do: 'merge', from: conditions, into: torture }, 2, 0, family.slice(1)],
    [{ do: 'delete', id: conditions }, 2, 1, family.slice(1)],
    [{ do: 'delete', id: detention }, 3, 2, family],
  ])('says what %j touches', (operation, highlights, untagged, tags) => {
    const preview = take(previewTagChange(workspace, operation, editing()));
    expect([...preview.tags].sort()).toEqual([...tags].sort());
    expect(preview).toMatchObject({ highlights, untagged, statements: highlights === 0 ? [] : ['s'] });
    expect(take(changeTag(workspace, operation, editing())).summary.highlights).toBe(highlights);
  });

  it('changes nothing', () => {
    const before = JSON.stringify(workspace);
    take(previewTagChange(workspace, { do: 'delete', id: detention }, editing()));
    expect(JSON.stringify(workspace)).toBe(before);
  });

  it('says nothing is touched where nothing would be different', () => {
    const preview = take(previewTagChange(workspace, { do: 'rename', id: detention, name: 'detention' }, editing()));
    expect(preview).toEqual({ highlights: 0, untagged: 0, tags: [], statements: [] });
  });

  it('refuses what the change would refuse, in the same words', () => {
    const operation: TagOperation = { do: 'rename', id: detention, name: 'Torture' };
    expect(refusal(previewTagChange(workspace, operation, editing()))).toBe(
      refusal(changeTag(workspace, operation, editing())),
    );
  });
});
