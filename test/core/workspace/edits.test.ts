import { describe, expect, it } from 'vitest';
import { applyChange, invertChange } from '../../../core/workspace/change.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { editing, passageAt, take } from './small-workspace.ts';

describe('addHighlight', () => {
  it('keeps the passage with its tags and note', () => {
    const after = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), passageAt(0, 22, ['Torture'], 'core'), editing())),
    );
    const [highlight] = Object.values(after.highlights);
    expect(highlight).toMatchObject({ statement: 's', note: 'core', selector: { quote: 'regular use of torture' } });
    expect(highlight?.tags.map((id) => after.tags[id]?.name)).toEqual(['torture']);
  });

  it('creates a tag that does not exist, with a colour and a digit of its own', () => {
    const after = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), passageAt(0, 7, ['accountability']), editing())),
    );
    const tag = Object.values(after.tags).find(({ name }) => name === 'accountability');
    expect(tag).toMatchObject({ shortcut: 4 });
    expect(new Set(Object.values(after.tags).map(({ colour }) => colour)).size).toBe(4);
  });

  it('puts tag and note on the highlight that marks exactly this passage already', () => {
    const context = editing();
    const once = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), passageAt(0, 7, ['torture'], 'a'), context)),
    );
    const twice = applyChange(once, take(addHighlight(once, passageAt(0, 7, ['detention', 'torture'], 'b'), context)));
    expect(Object.values(twice.highlights)).toHaveLength(1);
    expect(Object.values(twice.highlights)[0]).toMatchObject({
      note: 'a\nb',
      tags: expect.objectContaining({ length: 2 }),
    });
  });

  it('adds nothing where it is done twice, the note included', () => {
    const context = editing();
    const once = applyChange(
      newWorkspace('w'),
      take(addHighlight(newWorkspace('w'), passageAt(0, 7, ['torture'], 'a\nb'), context)),
    );
    expect(take(addHighlight(once, passageAt(0, 7, ['torture'], 'a\nb'), context)).patches).toEqual([]);
    const more = applyChange(once, take(addHighlight(once, passageAt(0, 7, [], 'a'), context)));
    expect(Object.values(more.highlights)[0]?.note).toBe('a\nb');
  });

  it('is not taken for a damaged record at the same place', () => {
    const context = editing();
    const once = applyChange(newWorkspace('w'), take(addHighlight(newWorkspace('w'), passageAt(0, 7), context)));
    const [id = ''] = Object.keys(once.highlights);
    const own = once.highlights[id];
    if (!own) throw new Error('There is no highlight.');
    const damaged = { ...once, highlights: { [id]: { ...own, selector: { ...own.selector, quote: 'other' } } } };
    const after = applyChange(damaged, take(addHighlight(damaged, passageAt(0, 7), context)));
    expect(Object.keys(after.highlights)).toHaveLength(2);
  });

  it('keeps overlapping passages apart', () => {
    const context = editing();
    const once = applyChange(newWorkspace('w'), take(addHighlight(newWorkspace('w'), passageAt(0, 22), context)));
    const twice = applyChange(once, take(addHighlight(once, passageAt(15, 40), context)));
    expect(Object.values(twice.highlights)).toHaveLength(2);
  });

  it('refuses a tag without a name, and a note that is too long', () => {
    expect(addHighlight(newWorkspace('w'), passageAt(0, 7, ['  ']), editing()).ok).toBe(false);
    expect(addHighlight(newWorkspace('w'), passageAt(0, 7, [], 'x'.repeat(100_001)), editing()).ok).toBe(false);
  });
});

describe('a private note', () => {
  const start = newWorkspace('w');
  const withNote = (note: string, isNotePrivate: boolean) =>
    applyChange(start, take(addHighlight(start, { ...passageAt(0, 7, [], note), isNotePrivate }, editing())));
  const only = ({ highlights }: Workspace) => Object.values(highlights)[0];

  it('is one from the start or from when its user says so, and is one no more in the same way', () => {
    const open = withNote('a note', false);
    const id = only(open)?.id ?? '';
    const change = take(editHighlight(open, id, { isNotePrivate: true }, editing()));
    expect(change.summary.kind).toBe('note');
    const hidden = applyChange(open, change);
    expect(only(hidden)).toMatchObject({ note: 'a note', isNotePrivate: true });
    expect(applyChange(hidden, invertChange(change))).toEqual(open);
    expect(only(withNote('a note', true))).toEqual(only(hidden));
    expect(take(editHighlight(hidden, id, { isNotePrivate: true }, editing())).patches).toEqual([]);
    const later = applyChange(hidden, take(editHighlight(hidden, id, { note: 'more', tags: ['torture'] }, editing())));
    expect(only(later)).toMatchObject({ note: 'more', isNotePrivate: true });
  });

  it.each([
    [true, true, true],
    [true, false, true],
    [false, true, true],
    [false, false, false],
  ])('stays one with a note that is added to it, and makes one of it (%s, %s)', (was, isAdded, is) => {
    const before = withNote('one', was);
    const input = { ...passageAt(0, 7, [], 'two'), isNotePrivate: isAdded };
    const after = applyChange(before, take(addHighlight(before, input, editing())));
    expect(only(after)).toMatchObject({ note: 'one\ntwo', isNotePrivate: is });
  });
});

describe('editHighlight and deleteHighlights', () => {
  it('change nothing where a highlight does not exist', () => {
    expect(editHighlight(newWorkspace('w'), 'none', { note: 'x' }, editing()).ok).toBe(false);
    const once = applyChange(newWorkspace('w'), take(addHighlight(newWorkspace('w'), passageAt(0, 7), editing())));
    const [id = ''] = Object.keys(once.highlights);
    expect(deleteHighlights(once, [id, 'none'], editing()).ok).toBe(false);
  });
});
