import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../core/tags/tag.ts';
import { tagDepthLimit } from '../../../core/tags/tag-tree.ts';
import { applyChange, Change, invertChange } from '../../../core/workspace/change.ts';
import { checkWorkspace } from '../../../core/workspace/check-workspace.ts';
import { createTag, moveTag, renameTag, setTagShortcut } from '../../../core/workspace/codebook-edits.ts';
import { compareWorkspaces } from '../../../core/workspace/compare-workspaces.ts';
import { deleteTag } from '../../../core/workspace/delete-tag.ts';
import { deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { mergeTags } from '../../../core/workspace/merge-tags.ts';
import { restoreHighlights, restoreWorkspace } from '../../../core/workspace/restore-edits.ts';
import { editCatalogue, removeStatements } from '../../../core/workspace/statement-edits.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { type Step, steps, walk } from './any-steps.ts';
import { ownStatement } from './library-steps.ts';
import { applied, editing, idOf, pathsIn, refusal, taggingIn, take, workspaceWith } from './small-workspace.ts';

/** A backup, and a workspace that went on from it or, sometimes, grew up beside it. */
const histories = fc.tuple(steps, steps, fc.boolean()).map(([first, then, goesOn]: [Step[], Step[], boolean]) => {
  const backup = walk(newWorkspace('w'), first, editing('then'));
  return { backup, now: walk(goesOn ? backup : newWorkspace('w'), then, editing('now')) };
});

const idsIn = ({ highlights }: Workspace): string[] => Object.keys(highlights);

/** The tags of one highlight, by path. */
function taggingOf(workspace: Workspace, id: string): string[] {
  const at = idsIn(workspace).indexOf(id);
  return taggingIn(workspace)[at] ?? [];
}

/** What of a highlight its user sees. */
function matter({ highlights }: Workspace, id: string) {
  const highlight = highlights[id];
  if (!highlight) return null;
  const { statement, selector, tags, note, isNotePrivate, orphan } = highlight;
  return [statement, selector, tags, note, isNotePrivate, orphan];
}

describe('restoreWorkspace', () => {
  it('leaves nothing that differs, keeps the settings, and is taken back exactly', () => {
    let touched = 0;
    fc.assert(
      fc.property(histories, ({ backup, now: tagged }) => {
        const now = { ...tagged, settings: { name: 'Анна', historyDays: 30, citationStyle: 'legal' } as const };
        const frozen = JSON.stringify([backup, now]);
        const change = restoreWorkspace(now, backup);
        expect(JSON.stringify([backup, now])).toBe(frozen);
        expect(Change.parse(change)).toEqual(change);
        const restored = applyChange(now, change);
        expect(restored).toEqual({ ...backup, settings: now.settings });
        expect(compareWorkspaces('b', backup, restored)).toMatchObject({
          highlightCount: 0,
          tagCount: 0,
          dossiers: [],
        });
        expect(restoreWorkspace(restored, backup).patches).toEqual([]);
        expect(applyChange(restored, invertChange(change))).toEqual(now);
        touched += change.summary.highlights;
      }),
      { numRuns: 200 },
    );
    expect(touched).toBeGreaterThan(50);
  });
});

describe('restoreHighlights', () => {
  it('makes the chosen ones what they were, touches no other, and never breaks the workspace', () => {
    let restoredCount = 0;
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.boolean()), ({ backup, now }, choices) => {
        const chosen = idsIn(backup).filter(() => choices.next().value);
        const change = take(restoreHighlights(now, backup, chosen));
        expect(Change.parse(change)).toEqual(change);
        const restored = applyChange(now, change);
        expect(checkWorkspace(restored)).toEqual([]);
        const left = compareWorkspaces('b', backup, restored).highlights.map(({ id }) => id);
        expect(left.filter((id) => chosen.includes(id))).toEqual([]);
        for (const id of chosen) {
          const { tags: _tags, ...rest } = backup.highlights[id] ?? {};
          expect(restored.highlights[id]).toMatchObject(rest);
        }
        const others = (workspace: Workspace) =>
          Object.values(workspace.highlights).filter(({ id }) => !chosen.includes(id));
        expect(others(restored)).toEqual(others(now));
        expect(restored.tags).toMatchObject(now.tags);
        expect(take(restoreHighlights(restored, backup, chosen)).patches).toEqual([]);
        expect(applyChange(restored, invertChange(change))).toEqual(now);
        restoredCount += change.summary.highlights;
      }),
      { numRuns: 300 },
    );
    expect(restoredCount).toBeGreaterThan(50);
  });

  it('shows as changed exactly what it would change', () => {
    fc.assert(
      fc.property(histories, ({ backup, now }) => {
        const shown = new Set(compareWorkspaces('b', backup, now).highlights.map(({ id }) => id));
        for (const id of idsIn(backup)) {
          const { patches } = take(restoreHighlights(now, backup, [id]));
          const after = applyChange(now, { summary: restoreWorkspace(now, now).summary, patches });
          const isTouched = JSON.stringify(matter(after, id)) !== JSON.stringify(matter(now, id));
          expect(isTouched).toBe(shown.has(id));
        }
      }),
    );
  });

  const backup = workspaceWith(
    ['detention/conditions', 'elections/fraud'],
    [['detention/conditions'], ['torture', 'elections/fraud']],
  );
  const [first = '', second = ''] = idsIn(backup);
  const without = (workspace: Workspace, ...paths: readonly string[]): Workspace =>
    paths.reduce((state, path) => applied(state, deleteTag(state, idOf(state, path), editing())), workspace);

  it('brings a deleted highlight back with tags that are gone, and those above them', () => {
    const now = applied(without(backup, 'detention'), deleteHighlights(backup, [first], editing()));
    const change = take(restoreHighlights(now, backup, [first]));
    expect(change.summary).toEqual({
      kind: 'restore-highlights',
      highlights: 1,
      tags: ['detention', 'detention/conditions'],
    });
    const restored = applyChange(now, change);
    expect(restored.highlights[first]).toEqual(backup.highlights[first]);
    expect(restored.tags).toEqual(backup.tags);
  });

  it('brings a statement back that was removed with the highlight, and leaves one that is there as it is', () => {
    const own = ownStatement(1, 0, editing().now);
    const highlights = Object.entries(backup.highlights).map(([id, highlight]) => [
      id,
      { ...highlight, statement: own.id },
    ]);
    const before = { ...backup, statements: { [own.id]: own }, highlights: Object.fromEntries(highlights) };
    const removed = applied(before, removeStatements(before, [own.id], editing()));
    expect(idsIn(removed)).toEqual([]);
    const restored = applied(removed, restoreHighlights(removed, before, [first]));
    expect([restored.statements, idsIn(restored)]).toEqual([before.statements, [first]]);
    const title = { value: 'Another', basis: 'stated', from: 'Me.' } as const;
    const edited = applied(restored, editCatalogue(restored, [own.id], { title }, editing('later')));
    const again = applied(edited, restoreHighlights(edited, before, [second]));
    expect(again.statements[own.id]?.title).toEqual(title);
  });

  it('takes the tag that is now at the path, whatever its case, and is done then', () => {
    const gone = without(backup, 'detention');
    const now = applied(gone, createTag(gone, 'Detention/CONDITIONS', editing('new')));
    const restored = applied(now, restoreHighlights(now, backup, [first]));
    expect(taggingOf(restored, first)).toEqual(['Detention/CONDITIONS']);
    expect(Object.keys(restored.tags)).toHaveLength(Object.keys(now.tags).length);
    expect(compareWorkspaces('b', backup, restored).highlights).toEqual([]);
  });

  it('puts what comes back under a tag that has been renamed since', () => {
    const gone = without(backup, 'detention/conditions');
    const now = applied(gone, renameTag(gone, idOf(gone, 'detention'), 'custody'));
    expect(taggingOf(applied(now, restoreHighlights(now, backup, [first])), first)).toEqual(['custody/conditions']);
  });

  it('leaves a digit to the tag that has it now', () => {
    const numbered = applied(backup, setTagShortcut(backup, idOf(backup, 'detention/conditions'), 9));
    const gone = without(numbered, 'detention/conditions');
    const now = applied(gone, setTagShortcut(gone, idOf(gone, 'torture'), 9));
    const restored = applied(now, restoreHighlights(now, numbered, [first]));
    expect(restored.tags[idOf(restored, 'torture')]?.shortcut).toBe(9);
    expect(restored.tags[idOf(restored, 'detention/conditions')]?.shortcut).toBeNull();
  });

  it('numbers a name that two tags would have, and puts a tag that would lie too deep at the top', () => {
    const twins = workspaceWith(['detention/x', 'elections/x'], [['detention/x', 'elections/x']]);
    const [id = ''] = idsIn(twins);
    const gone = without(twins, 'detention/x', 'elections');
    const now = applied(gone, renameTag(gone, idOf(gone, 'detention'), 'elections'));
    const restored = applied(now, restoreHighlights(now, twins, [id]));
    expect(taggingOf(restored, id).sort()).toEqual(['elections/x', 'elections/x (2)']);

    const line = Array.from({ length: tagDepthLimit - 1 }, (_, at) => `level ${at}`).join('/');
    const top = workspaceWith([line, 'detention/conditions'], [['detention/conditions']]);
    const flat = without(top, 'detention/conditions');
    const deep = applied(flat, moveTag(flat, idOf(flat, 'detention'), idOf(flat, line)));
    const [tagged = ''] = idsIn(top);
    const back = applied(deep, restoreHighlights(deep, top, [tagged]));
    expect(checkWorkspace(back)).toEqual([]);
    expect(taggingOf(back, tagged)).toEqual(['conditions']);
  });

  it('takes the tag that another has been merged into, where it has the same name there', () => {
    const both = workspaceWith(['a/x', 'b/x'], [['a/x']]);
    const [id = ''] = idsIn(both);
    const merged = applied(both, mergeTags(both, idOf(both, 'a'), idOf(both, 'b'), editing()));
    const now = applied(merged, renameTag(merged, idOf(merged, 'b'), 'a'));
    const untagged = applied(now, editHighlight(now, id, { tags: [] }, editing()));
    const restored = applied(untagged, restoreHighlights(untagged, both, [id]));
    expect(taggingOf(restored, id)).toEqual(['a/x']);
    expect(pathsIn(restored)).toEqual(pathsIn(now));
  });

  it('refuses an id that the backup does not hold with one sentence, and takes ids that are no ordinary names', () => {
    for (const id of ['none', '__proto__', 'constructor']) {
      expect(refusal(restoreHighlights(backup, backup, [second, id]))).toMatch(/^There is no highlight .{10,100}\.$/u);
    }
    const tag: Tag = {
      id: '__proto__',
      name: 'strange',
      parent: null,
      colour: 'teal',
      shortcut: null,
      description: '',
    };
    const [highlight] = Object.values(backup.highlights);
    if (!highlight) throw new Error('There is a highlight.');
    const strange: Workspace = {
      ...backup,
      tags: Object.fromEntries([...Object.entries(backup.tags), ['__proto__', tag]]),
      highlights: Object.fromEntries([['__proto__', { ...highlight, id: '__proto__', tags: ['__proto__'] }]]),
    };
    const restored = applied(newWorkspace('w'), restoreHighlights(newWorkspace('w'), strange, ['__proto__']));
    expect(taggingIn(restored)).toEqual([['strange']]);
    expect(restoreWorkspace(restored, restored).patches).toEqual([]);
  });
});
