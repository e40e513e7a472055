import { describe, expect, it } from 'vitest';
import { renderHistory } from '../../../core/export/render-history.ts';
import { editHighlight } from '../../../core/workspace/edits.ts';
import type { HighlightVersion, HistoryEntry } from '../../../core/workspace/history.ts';
import { withholdPrivateNotes } from '../../../core/workspace/private-notes.ts';
import { applied, editing, workspaceWith } from './small-workspace.ts';

const workspace = workspaceWith([], [[], []]);
const [first = '', second = ''] = Object.keys(workspace.highlights);
const hidden = applied(workspace, editHighlight(workspace, first, { note: 'x', isNotePrivate: true }, editing()));

const version = (note: string, isNotePrivate: boolean): HighlightVersion => ({
  statement: 's',
  quote: 'words',
  tags: ['torture'],
  note,
  isNotePrivate,
  orphan: false,
});

/** A change of one highlight's note; the entries of a test are numbered from the last, as the history gives them. */
function entry(
  sequence: number,
  id: string,
  before: HighlightVersion | null,
  after: HighlightVersion | null,
): HistoryEntry {
  const summary = { kind: 'note' as const, highlights: 1, tags: [] };
  const at = '2026-01-02T03:04:05.000Z';
  return { sequence, at, by: '', host: 'desktop', action: 'do', summary, highlights: [{ id, before, after }] };
}

/** The history as both files have it. */
const filesOf = (entries: readonly HistoryEntry[]): string[] =>
  (['csv', 'json'] as const).map((format) => renderHistory(format, entries, '2026-01-02T03:04:05.000Z').content);

describe('withholdPrivateNotes', () => {
  it('withholds every version of a note that is private now, those from before it was too', () => {
    const entries = [
      entry(2, first, version('source is my cousin', false), version('source is my cousin, call him', true)),
      entry(1, first, null, version('source is my cousin', false)),
    ];
    for (const file of filesOf(withholdPrivateNotes(entries, hidden))) {
      expect(file).not.toContain('cousin');
      expect(file).toContain('torture');
    }
    const [newest] = withholdPrivateNotes(entries, hidden);
    expect(newest?.highlights[0]).toMatchObject({
      before: { note: '', isNotePrivate: true },
      after: { note: '', isNotePrivate: true },
    });
  });

  it('withholds the versions that were private of a note that is not any more, and no others', () => {
    const entries = [
      entry(3, second, version('secret', true), version('for all', false)),
      entry(2, second, version('plain', false), version('secret', true)),
    ];
    for (const file of filesOf(withholdPrivateNotes(entries, workspace))) {
      expect(file).not.toContain('secret');
      expect(file).toContain('for all');
      expect(file).toContain('plain');
    }
  });

  it('withholds words that were private once from the versions before too, whatever the note says now', () => {
    const entries = [
      entry(4, second, version('SECRETSIX', true), version('for all', false)),
      entry(3, second, version('SECRETSIX', false), version('SECRETSIX', true)),
      entry(2, second, null, version('SECRETSIX', false)),
    ];
    for (const file of filesOf(withholdPrivateNotes(entries, workspace))) {
      expect(file).not.toContain('SECRETSIX');
      expect(file).toContain('for all');
    }
  });

  it('takes a highlight that is gone as it last was', () => {
    const gone = entry(3, 'gone', version('secret', true), null);
    const entries = [gone, entry(2, 'gone', version('early', false), version('secret', true))];
    for (const file of filesOf(withholdPrivateNotes(entries, workspace))) expect(file).not.toMatch(/secret|early/u);
    const open = [entry(2, 'other', version('plain', false), null)];
    for (const file of filesOf(withholdPrivateNotes(open, workspace))) expect(file).toContain('plain');
  });

  it('tells in the table which note is private and not empty, and leaves everything else as it is', () => {
    const entries = [entry(2, second, version('secret', true), version('for all', false))];
    const [csv = ''] = filesOf(withholdPrivateNotes(entries, workspace));
    const [head = '', row = ''] = csv.split('\r\n');
    expect(head).toContain('note is private');
    expect(row).toContain('for all,before,');
    const plain = [entry(1, second, null, version('plain', false))];
    expect(withholdPrivateNotes(plain, workspace)).toEqual(plain);
  });
});
