import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackupDifferences, differencesShown } from '../../../core/workspace/backup.ts';
import { recolourTag, renameTag } from '../../../core/workspace/codebook-edits.ts';
import { compareWorkspaces } from '../../../core/workspace/compare-workspaces.ts';
import { deleteTag } from '../../../core/workspace/delete-tag.ts';
import { changeDossier, createDossier, deleteDossier } from '../../../core/workspace/dossier-edits.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { highlightVersion } from '../../../core/workspace/highlight-version.ts';
import { keepAsOrphan } from '../../../core/workspace/review-edits.ts';
import { newWorkspace, type Workspace } from '../../../core/workspace/workspace.ts';
import { steps, walk } from './any-steps.ts';
import { applied, editing, idOf, passageAt, workspaceWith } from './small-workspace.ts';

const backup = workspaceWith(['detention/conditions'], [['detention/conditions'], ['torture'], [], ['elections']]);
const [first = '', second = '', third = '', fourth = ''] = Object.keys(backup.highlights);

describe('compareWorkspaces', () => {
  it('finds nothing between a workspace and itself, whenever its highlights were modified', () => {
    const later = Object.entries(backup.highlights).map(([id, highlight]) => {
      return [id, { ...highlight, modified: '2031-01-01T00:00:00.000Z' }] as const;
    });
    expect(compareWorkspaces('b', backup, { ...backup, highlights: Object.fromEntries(later) })).toEqual({
      name: 'b',
      holds: { highlights: 4, tags: 4 },
      highlightCount: 0,
      tagCount: 0,
      highlights: [],
      tags: [],
      searches: [],
      dossiers: [],
      statements: [],
      sets: [],
    });
  });

  it('tells what is only there, only here or changed, in the order of the text, with both versions in words', () => {
    let now = applied(backup, deleteHighlights(backup, [second], editing()));
    now = applied(now, addHighlight(now, passageAt(30, 40, ['torture'], 'new'), editing('new')));
    now = applied(now, editHighlight(now, first, { note: 'заметка 👩‍👩‍👧' }, editing()));
    now = applied(now, editHighlight(now, third, { tags: ['torture', 'elections'] }, editing()));
    now = applied(now, keepAsOrphan(now, fourth, editing()));
    const { highlights, highlightCount } = compareWorkspaces('b', backup, now);
    expect(highlights.map(({ id, difference }) => [id, difference])).toEqual([
      [first, 'changed'],
      [second, 'only-backup'],
      [third, 'changed'],
      [fourth, 'changed'],
      ['new-1', 'only-now'],
    ]);
    expect(highlightCount).toBe(5);
    expect(highlights[0]).toMatchObject({
      before: { tags: ['detention/conditions'], note: '' },
      now: { tags: ['detention/conditions'], note: 'заметка 👩‍👩‍👧' },
    });
    expect(highlights[1]).toMatchObject({ before: { tags: ['torture'], orphan: false }, now: null });
    expect(highlights[3]).toMatchObject({ before: { orphan: false }, now: { orphan: true } });
  });

  it('tells tags by their path in the backup, and leaves highlights alone whose tag is only called otherwise', () => {
    const renamed = applied(backup, renameTag(backup, idOf(backup, 'detention'), 'custody'));
    const recoloured = applied(renamed, recolourTag(renamed, idOf(renamed, 'elections'), 'pink'));
    const now = applied(recoloured, deleteTag(recoloured, idOf(recoloured, 'torture'), editing()));
    const { tags, highlights } = compareWorkspaces('b', backup, now);
    expect(tags).toEqual([
      { path: 'detention', difference: 'changed' },
      { path: 'elections', difference: 'changed' },
      { path: 'torture', difference: 'only-backup' },
    ]);
    expect(highlights.map(({ id }) => id)).toEqual([second]);
    expect(compareWorkspaces('b', now, backup).tags).toContainEqual({ path: 'torture', difference: 'only-now' });
  });

  it('tells that a note has become private, and dossiers by their name in the backup, whenever they were modified', () => {
    const create = (name: string) => createDossier(backup, { name, highlights: [first, second] }, editing(name));
    const then = applied(applied(backup, create('Minsk')), create('2020'));
    const [minsk = ''] = Object.keys(then.dossiers);
    const later = { ...editing(), now: '2031-01-01T00:00:00.000Z' };
    let now = applied(then, changeDossier(then, minsk, { kind: 'rename', name: 'Мінск' }, later));
    expect(compareWorkspaces('b', then, now).dossiers).toEqual([{ name: 'Minsk', difference: 'changed' }]);
    now = applied(now, changeDossier(now, minsk, { kind: 'rename', name: 'Minsk' }, later));
    expect(compareWorkspaces('b', then, now).dossiers).toEqual([]);
    now = applied(now, deleteDossier(now, minsk));
    now = applied(now, createDossier(now, { name: 'New', highlights: [] }, editing('new')));
    expect(compareWorkspaces('b', then, now).dossiers).toEqual([
      { name: 'Minsk', difference: 'only-backup' },
      { name: 'New', difference: 'only-now' },
    ]);
    now = applied(now, editHighlight(now, first, { isNotePrivate: true }, editing()));
    expect(compareWorkspaces('b', then, now).highlights).toMatchObject([
      { id: first, before: { isNotePrivate: false }, now: { isNotePrivate: true } },
    ]);
  });

  it('lists the first differences, and counts them all', () => {
    const [highlight] = Object.values(backup.highlights);
    if (!highlight) throw new Error('There is a highlight.');
    const ids = Array.from({ length: differencesShown + 500 }, (_, at) => `h-${String(at).padStart(5, '0')}`);
    const many: Workspace = { ...backup, highlights: Object.fromEntries(ids.map((id) => [id, { ...highlight, id }])) };
    const differences = compareWorkspaces('b', many, newWorkspace('w'));
    expect(differences.highlightCount).toBe(ids.length);
    expect(differences.highlights.map(({ id }) => id)).toEqual(ids.slice(0, differencesShown));
    expect(BackupDifferences.parse(differences)).toEqual(differences);
  });

  it('says the same from both sides, and fits the contract', () => {
    fc.assert(
      fc.property(steps, steps, (some, more) => {
        const then = walk(newWorkspace('w'), some, editing('then'));
        const now = walk(then, more, editing('now'));
        const differences = compareWorkspaces('b', then, now);
        expect(BackupDifferences.parse(differences)).toEqual(differences);
        const only = (kind: string, { highlights }: BackupDifferences) =>
          highlights.filter(({ difference }) => difference === kind).map(({ id }) => id);
        const reverse = compareWorkspaces('b', now, then);
        expect(only('only-backup', differences)).toEqual(only('only-now', reverse));
        expect(only('only-now', differences)).toEqual(only('only-backup', reverse));
      }),
    );
  });
});

describe('highlightVersion', () => {
  const [highlight] = Object.values(backup.highlights);
  if (!highlight) throw new Error('There is a highlight.');
  const renamed = applied(backup, renameTag(backup, idOf(backup, 'detention'), 'custody'));
  const without = applied(backup, deleteTag(backup, idOf(backup, 'detention'), editing()));

  it('calls a tag as the first codebook does that has it', () => {
    expect(highlightVersion([without, renamed, backup], highlight).tags).toEqual(['custody/conditions']);
    expect(highlightVersion([backup, renamed], highlight)).toEqual({
      statement: 's',
      quote: highlight.selector.quote,
      tags: ['detention/conditions'],
      note: '',
      isNotePrivate: false,
      orphan: false,
    });
  });

  it('shows the id where no codebook has the tag', () => {
    expect(highlightVersion([without], highlight).tags).toEqual(highlight.tags);
    expect(highlightVersion([without], { ...highlight, tags: ['constructor'] }).tags).toEqual(['constructor']);
  });
});
