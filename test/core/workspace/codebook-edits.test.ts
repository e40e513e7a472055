import { describe, expect, it } from 'vitest';
import { tagDepthLimit } from '../../../core/tags/tag-tree.ts';
import {
  createTag,
  describeTag,
  moveTag,
  recolourTag,
  renameTag,
  setTagShortcut,
} from '../../../core/workspace/codebook-edits.ts';
import { deleteTag } from '../../../core/workspace/delete-tag.ts';
import { addHighlight, editHighlight } from '../../../core/workspace/edits.ts';
import { newWorkspace } from '../../../core/workspace/workspace.ts';
import {
  applied,
  editing,
  idOf,
  passageAt,
  pathsIn,
  refusal,
  taggingIn,
  take,
  workspaceWith,
} from './small-workspace.ts';

const long = 'x'.repeat(10_000);

describe('createTag', () => {
  it('creates the tags above that are missing, and uses those that are there', () => {
    const workspace = workspaceWith(['Detention/conditions/food']);
    expect(pathsIn(workspace)).toEqual([
      'torture',
      'detention',
      'detention/conditions',
      'detention/conditions/food',
      'elections',
    ]);
    expect(workspace.tags[idOf(workspace, 'detention/conditions/food')]).toMatchObject({
      shortcut: 4,
      description: '',
    });
    expect(workspace.tags[idOf(workspace, 'detention/conditions')]?.shortcut).toBeNull();
  });

  it('refuses a path that is taken, whatever its case, but not the same name on another level', () => {
    const workspace = workspaceWith(['detention/conditions', 'conditions']);
    expect(refusal(createTag(workspace, ' DETENTION/Conditions', editing()))).toContain('“detention/conditions”');
    expect(refusal(createTag(newWorkspace('w'), ' TORTURE', editing()))).toContain('“torture”');
  });

  it.each(['', ' ', 'a/', long])('refuses %j with one short sentence', (path) => {
    expect(refusal(createTag(newWorkspace('w'), path, editing()))).toMatch(/^A tag .{10,150}\.$/u);
  });
});

describe('highlighting by path', () => {
  it('creates what is missing, and says paths in the summary', () => {
    const added = take(addHighlight(newWorkspace('w'), passageAt(0, 7, ['detention/conditions']), editing('made')));
    expect(added.summary).toEqual({ kind: 'highlight', highlights: 1, tags: ['detention/conditions'] });
    const workspace = applied(newWorkspace('w'), { ok: true, value: added });
    expect(taggingIn(workspace)).toEqual([['detention/conditions']]);
    const [id = ''] = Object.keys(workspace.highlights);
    const edited = take(editHighlight(workspace, id, { tags: ['torture/methods'] }, editing()));
    expect(edited.summary.tags).toEqual(['torture/methods']);
  });

  it('keeps the sub-tags that a passage has when it is highlighted again', () => {
    const once = workspaceWith([], [['detention/conditions']]);
    const twice = applied(once, addHighlight(once, passageAt(0, 5, ['torture']), editing()));
    expect(taggingIn(twice)).toEqual([['detention/conditions', 'torture']]);
  });
});

describe('renameTag', () => {
  const workspace = workspaceWith(['detention/conditions', 'detention/food'], [['detention/conditions'], ['torture']]);

  it('gives the sub-tags their new paths, and counts the highlights that show them', () => {
    const change = take(renameTag(workspace, idOf(workspace, 'detention'), 'Custody'));
    expect(change.summary).toEqual({ kind: 'rename-tag', highlights: 1, tags: ['detention', 'Custody'] });
    expect(taggingIn(applied(workspace, { ok: true, value: change }))[0]).toEqual(['Custody/conditions']);
  });

  it('lets a tag change the case of its own name', () => {
    expect(pathsIn(applied(workspace, renameTag(workspace, idOf(workspace, 'torture'), 'Torture')))).toContain(
      'Torture',
    );
  });

  it('refuses a name that another tag on the level has, and names that cannot be', () => {
    const id = idOf(workspace, 'detention/conditions');
    expect(refusal(renameTag(workspace, id, 'FOOD'))).toContain('“detention/food”');
    expect(renameTag(workspace, id, 'torture').ok).toBe(true);
    expect(refusal(renameTag(workspace, id, 'a/b'))).toContain('cannot hold “/”');
    expect(refusal(renameTag(workspace, id, '\u200b '))).toContain('needs a name');
    expect(refusal(renameTag(workspace, id, long))).toContain('10000: shorten it');
    expect(refusal(renameTag(workspace, 'none', 'x'))).toContain('no tag none');
  });

  it('has nothing to do where the name stays', () => {
    expect(take(renameTag(workspace, idOf(workspace, 'torture'), ' torture ')).patches).toEqual([]);
  });
});

describe('recolourTag, describeTag and setTagShortcut', () => {
  const workspace = workspaceWith(['detention/conditions'], [['torture']]);
  const torture = idOf(workspace, 'torture');

  it('change the one thing', () => {
    const before = workspace.tags[torture];
    expect(applied(workspace, recolourTag(workspace, torture, 'pink')).tags[torture]).toEqual({
      ...before,
      colour: 'pink',
    });
    const described = applied(workspace, describeTag(workspace, torture, 'Pain, on purpose'));
    expect(described.tags[torture]).toEqual({ ...before, description: 'Pain, on purpose' });
    expect(refusal(describeTag(workspace, torture, 'x'.repeat(10_001)))).toContain('10001: shorten it');
  });

  it('take a digit from the tag that has it, in one change', () => {
    const conditions = idOf(workspace, 'detention/conditions');
    const change = take(setTagShortcut(workspace, conditions, 1));
    expect(change.summary.tags).toEqual(['detention/conditions', 'torture']);
    const { tags } = applied(workspace, { ok: true, value: change });
    expect([tags[conditions]?.shortcut, tags[torture]?.shortcut]).toEqual([1, null]);
    expect(applied(workspace, setTagShortcut(workspace, torture, null)).tags[torture]?.shortcut).toBeNull();
  });
});

describe('moveTag', () => {
  const workspace = workspaceWith(['detention/conditions/food', 'torture/conditions'], [['detention/conditions/food']]);

  it('takes the sub-tags along', () => {
    const id = idOf(workspace, 'detention');
    const change = take(moveTag(workspace, id, idOf(workspace, 'elections')));
    expect(change.summary).toEqual({ kind: 'move-tag', highlights: 1, tags: ['detention', 'elections/detention'] });
    expect(taggingIn(applied(workspace, { ok: true, value: change }))).toEqual([
      ['elections/detention/conditions/food'],
    ]);
    expect(pathsIn(applied(workspace, moveTag(workspace, idOf(workspace, 'detention/conditions'), null)))).toContain(
      'conditions/food',
    );
  });

  it('refuses a tag into itself or its own, a name that is taken there, and a tag that is gone', () => {
    const [detention, conditions, food] = ['detention', 'detention/conditions', 'detention/conditions/food'].map(
      (path) => idOf(workspace, path),
    );
    if (!detention || !conditions || !food) throw new Error('There are three ids.');
    expect(refusal(moveTag(workspace, detention, detention))).toContain('under itself');
    expect(refusal(moveTag(workspace, detention, food))).toContain('under itself');
    expect(refusal(moveTag(workspace, conditions, idOf(workspace, 'torture')))).toContain(
      '“torture/conditions” already',
    );
    expect(refusal(moveTag(workspace, conditions, 'gone'))).toContain('no tag gone');
  });

  it('refuses more levels than there can be', () => {
    const deep = workspaceWith([Array.from({ length: tagDepthLimit - 1 }, (_, at) => `level ${at}`).join('/')]);
    const top = idOf(deep, 'level 0');
    const once = applied(deep, moveTag(deep, top, idOf(deep, 'torture')));
    const under = idOf(once, 'torture');
    expect(refusal(moveTag(once, under, idOf(once, 'elections')))).toContain(`at most ${tagDepthLimit} levels`);
  });
});

describe('deleteTag', () => {
  it('takes the sub-tags along and leaves every highlight, with its other tags', () => {
    const workspace = workspaceWith(
      ['detention/conditions'],
      [['detention', 'torture'], ['detention/conditions'], ['elections'], []],
    );
    const change = take(deleteTag(workspace, idOf(workspace, 'detention'), editing()));
    expect(change.summary).toEqual({ kind: 'delete-tag', highlights: 2, tags: ['detention', 'detention/conditions'] });
    const left = applied(workspace, { ok: true, value: change });
    expect(pathsIn(left)).toEqual(['torture', 'elections']);
    expect(taggingIn(left)).toEqual([['torture'], [], ['elections'], []]);
  });
});
