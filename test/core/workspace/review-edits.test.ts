import { describe, expect, it } from 'vitest';
import { describePassage } from '../../../core/anchoring/selector.ts';
import type { Result } from '../../../core/result.ts';
import { utf16 } from '../../../core/text/offsets.ts';
import { applyChange, type Change, invertChange } from '../../../core/workspace/change.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, editHighlight } from '../../../core/workspace/edits.ts';
import { keepAsOrphan, reanchorHighlight } from '../../../core/workspace/review-edits.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';

const text = 'regular use of torture against detainees';
const select = (start: number, end: number) =>
  describePassage(text, { start: utf16(start), end: utf16(end) }, 'c'.repeat(64));

function editing(): EditContext {
  let id = 0;
  const newId = (): string => {
    id += 1;
    return `id-${id}`;
  };
  return { now: '2026-01-02T03:04:05.000Z', newId };
}

function take(result: Result<Change>): Change {
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

function withHighlights(...inputs: readonly (readonly [number, number, string, string])[]) {
  const context = editing();
  let workspace = newWorkspace('w');
  for (const [start, end, tag, note] of inputs) {
    const input = { statement: 's', selector: select(start, end), tags: [tag], note };
    workspace = applyChange(workspace, take(addHighlight(workspace, input, context)));
  }
  return { workspace, context, ids: Object.keys(workspace.highlights) };
}

describe('keepAsOrphan', () => {
  it('keeps all of a highlight but its place, once, and can be undone', () => {
    const { workspace, context, ids } = withHighlights([0, 7, 'torture', 'a note']);
    const [id = ''] = ids;
    const change = take(keepAsOrphan(workspace, id, context));
    const after = applyChange(workspace, change);
    expect(after.highlights[id]).toEqual({ ...workspace.highlights[id], orphan: true });
    expect(take(keepAsOrphan(after, id, context)).patches).toEqual([]);
    expect(applyChange(after, invertChange(change))).toEqual(workspace);
    expect(keepAsOrphan(workspace, 'none', context)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });

  it('lets the same passage be highlighted anew', () => {
    const { workspace, context, ids } = withHighlights([0, 7, 'torture', '']);
    const after = applyChange(workspace, take(keepAsOrphan(workspace, ids[0] ?? '', context)));
    const input = { statement: 's', selector: select(0, 7), tags: [], note: '' };
    const again = applyChange(after, take(addHighlight(after, input, context)));
    expect(Object.values(again.highlights).map(({ orphan }) => orphan)).toEqual([true, false]);
  });
});

describe('reanchorHighlight', () => {
  it('puts an orphan at a passage with the words that stand there, and can be undone', () => {
    const { workspace, context, ids } = withHighlights([0, 7, 'torture', 'a note']);
    const [id = ''] = ids;
    const orphaned = applyChange(workspace, take(keepAsOrphan(workspace, id, context)));
    const change = take(reanchorHighlight(orphaned, id, select(15, 22), context));
    const after = applyChange(orphaned, change);
    expect(change.summary).toEqual({ kind: 'reanchor-highlight', highlights: 1, tags: [] });
    expect(after.highlights[id]).toMatchObject({
      orphan: false,
      note: 'a note',
      selector: { quote: 'torture', start: 15 },
    });
    expect(Workspace.safeParse(after).success).toBe(true);
    expect(applyChange(after, invertChange(change))).toEqual(orphaned);
    expect(take(reanchorHighlight(after, id, select(15, 22), context)).patches).toEqual([]);
    expect(reanchorHighlight(workspace, 'none', select(15, 22), context)).toMatchObject({ ok: false });
  });

  it.each([
    ['one', true, 'two', false, true],
    ['one', false, 'two', true, true],
    ['one', false, 'two', false, false],
    ['', true, 'two', false, false],
    ['', true, '', false, true],
  ])(
    'keeps a joined note private where one of its parts was (%j %s, %j %s)',
    (moving, isHidden, staying, isKept, is) => {
      const { workspace, context, ids } = withHighlights([0, 7, 'torture', moving], [15, 22, 'torture', staying]);
      const [moved = '', stays = ''] = ids;
      const hide = (state: Workspace, id: string, isNotePrivate: boolean) =>
        applyChange(state, take(editHighlight(state, id, { isNotePrivate }, context)));
      const hidden = hide(hide(workspace, moved, isHidden), stays, isKept);
      const after = applyChange(hidden, take(reanchorHighlight(hidden, moved, select(15, 22), context)));
      expect(after.highlights[stays]?.isNotePrivate).toBe(is);
    },
  );

  it('joins a highlight that marks the passage already, losing no tag and no note', () => {
    const { workspace, context, ids } = withHighlights([0, 7, 'torture', 'one'], [15, 22, 'detention', 'two']);
    const [moved = '', stays = ''] = ids;
    const change = take(reanchorHighlight(workspace, moved, select(15, 22), context));
    const after = applyChange(workspace, change);
    expect(Object.keys(after.highlights)).toEqual([stays]);
    expect(after.highlights[stays]).toMatchObject({ note: 'two\none', tags: expect.objectContaining({ length: 2 }) });
    expect(applyChange(after, invertChange(change))).toEqual(workspace);
  });
});
