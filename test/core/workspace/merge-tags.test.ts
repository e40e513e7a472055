import { describe, expect, it } from 'vitest';
import { tagDepthLimit } from '../../../core/tags/tag-tree.ts';
import { checkWorkspace } from '../../../core/workspace/check-workspace.ts';
import { createTag, describeTag, setTagShortcut } from '../../../core/workspace/codebook-edits.ts';
import { mergeTags } from '../../../core/workspace/merge-tags.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import { applied, editing, idOf, pathsIn, refusal, taggingIn, take, workspaceWith } from './small-workspace.ts';

function merge(workspace: Workspace, from: string, into: string): Workspace {
  const merged = applied(workspace, mergeTags(workspace, idOf(workspace, from), idOf(workspace, into), editing()));
  expect(checkWorkspace(merged)).toEqual([]);
  return merged;
}

describe('mergeTags', () => {
  it('gives the highlights of the one the other, in its place and never twice', () => {
    const workspace = workspaceWith([], [['detention', 'elections'], ['torture', 'detention'], ['torture'], []]);
    const merged = merge(workspace, 'detention', 'torture');
    expect(taggingIn(merged)).toEqual([['torture', 'elections'], ['torture'], ['torture'], []]);
    expect(pathsIn(merged)).toEqual(['torture', 'elections']);
  });

  it('says which went into which, and how many highlights it is about', () => {
    const workspace = workspaceWith(['detention/food'], [['detention'], ['detention/food'], ['torture']]);
    const change = take(mergeTags(workspace, idOf(workspace, 'detention'), idOf(workspace, 'torture'), editing()));
    expect(change.summary).toEqual({ kind: 'merge-tags', highlights: 2, tags: ['detention', 'torture'] });
  });

  it('moves the sub-tags along, and merges those whose names are taken', () => {
    const workspace = workspaceWith(
      ['detention/Food/water', 'detention/visits', 'torture/food/bread', 'torture/methods'],
      [['detention/Food'], ['detention/Food/water'], ['detention/visits'], ['detention/Food', 'torture/food']],
    );
    const merged = merge(workspace, 'detention', 'torture');
    expect(pathsIn(merged).sort()).toEqual([
      'elections',
      'torture',
      'torture/food',
      'torture/food/bread',
      'torture/food/water',
      'torture/methods',
      'torture/visits',
    ]);
    expect(taggingIn(merged)).toEqual([['torture/food'], ['torture/food/water'], ['torture/visits'], ['torture/food']]);
  });

  it('merges a sub-tag into the tag above it, also where a tag of its own name lies under it', () => {
    const workspace = workspaceWith(['detention/cells/cells/damp'], [['detention/cells'], ['detention/cells/cells']]);
    const merged = merge(workspace, 'detention/cells', 'detention');
    expect(pathsIn(merged)).toContain('detention/cells/damp');
    expect(taggingIn(merged)).toEqual([['detention'], ['detention/cells']]);
  });

  it('keeps name and colour, and takes digit and description where it has none', () => {
    let workspace = workspaceWith(['other'], []);
    const [other, torture] = [idOf(workspace, 'other'), idOf(workspace, 'torture')];
    workspace = applied(workspace, setTagShortcut(workspace, other, null));
    workspace = applied(workspace, describeTag(workspace, torture, 'Pain'));
    const colour = workspace.tags[other]?.colour;
    const taken = merge(workspace, 'torture', 'other');
    expect(taken.tags[other]).toMatchObject({ name: 'other', colour, shortcut: 1, description: 'Pain' });
    workspace = applied(workspace, describeTag(workspace, other, 'Not pain'));
    expect(merge(workspace, 'torture', 'other').tags[other]?.description).toBe('Not pain\nPain');
  });

  it('refuses a tag into itself, into one of its own, and one that is gone', () => {
    const workspace = workspaceWith(['detention/food']);
    const [detention, food] = [idOf(workspace, 'detention'), idOf(workspace, 'detention/food')];
    expect(refusal(mergeTags(workspace, detention, detention, editing()))).toContain('with itself');
    expect(refusal(mergeTags(workspace, detention, food, editing()))).toContain('move it out first');
    expect(refusal(mergeTags(workspace, detention, 'gone', editing()))).toContain('no tag gone');
    expect(refusal(mergeTags(workspace, 'gone', detention, editing()))).toContain('no tag gone');
  });

  it('refuses more levels than there can be', () => {
    const line = Array.from({ length: tagDepthLimit - 1 }, (_, at) => `level ${at}`).join('/');
    let workspace = workspaceWith([line]);
    workspace = applied(workspace, createTag(workspace, 'elections/fraud/ballots', editing('later')));
    const [from, into] = [idOf(workspace, 'level 0'), idOf(workspace, 'elections/fraud/ballots')];
    expect(refusal(mergeTags(workspace, from, into, editing()))).toContain(`at most ${tagDepthLimit} levels`);
  });
});
