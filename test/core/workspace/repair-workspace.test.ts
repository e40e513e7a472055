import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../core/dossiers/dossier.ts';
import { inEnglish } from '../../../core/sentence.ts';
import type { Tag } from '../../../core/tags/tag.ts';
import { inTreeOrder } from '../../../core/tags/tag-tree.ts';
import { checkWorkspace, type WorkspaceProblem } from '../../../core/workspace/check-workspace.ts';
import { repairWorkspace } from '../../../core/workspace/repair-workspace.ts';
import { Workspace } from '../../../core/workspace/workspace.ts';
import { idOf, pathsIn, taggingIn, workspaceWith } from './small-workspace.ts';

const sound = workspaceWith(['detention/conditions'], [['detention/conditions'], ['torture', 'detention'], []]);

function withTag(path: string, changed: Partial<Tag>): Workspace {
  const id = idOf(sound, path);
  const tag = sound.tags[id];
  if (!tag) throw new Error(`There is no tag ${path}.`);
  return { ...sound, tags: { ...sound.tags, [id]: { ...tag, ...changed } } };
}

function withTagging(tags: readonly string[]): Workspace {
  const [id = ''] = Object.keys(sound.highlights);
  const highlight = sound.highlights[id];
  if (!highlight) throw new Error('There is a highlight.');
  return { ...sound, highlights: { ...sound.highlights, [id]: { ...highlight, tags: [...tags] } } };
}

/** A dossier with an excerpt of one highlight for each item. */
function dossier(id: string, name: string, items: readonly string[] = ['i']): Dossier {
  const [highlight = ''] = Object.keys(sound.highlights);
  const times = { created: '2026-01-02T03:04:05.000Z', modified: '2026-01-02T03:04:05.000Z' };
  return { id, name, items: items.map((item) => ({ kind: 'excerpt', id: item, highlight, omissions: [] })), ...times };
}

const withDossiers = (dossiers: Workspace['dossiers']): Workspace => ({ ...sound, dossiers });

const torture = idOf(sound, 'torture');
const conditions = idOf(sound, 'detention/conditions');

describe('checkWorkspace', () => {
  it('finds nothing wrong with what edits have made', () => {
    expect(checkWorkspace(sound)).toEqual([]);
  });

  it.each<[WorkspaceProblem['kind'], Workspace]>([
    ['unknown-tag', withTagging(['gone'])],
    ['twice-tagged', withTagging([torture, torture])],
    ['unknown-parent', withTag('torture', { parent: 'gone' })],
    ['cycle', withTag('detention', { parent: conditions })],
    ['cycle', withTag('torture', { parent: torture })],
    ['same-name', withTag('torture', { name: 'DETENTION' })],
    ['same-shortcut', withTag('torture', { shortcut: 2 })],
    ['unusable-name', withTag('torture', { name: 'a/b' })],
    ['unusable-name', withTag('torture', { name: 'x'.repeat(10_000) })],
    ['wrong-id', withDossiers({ b: { ...dossier('a', 'one'), id: 'a' } })],
    ['same-name', withDossiers({ a: dossier('a', 'one'), b: dossier('b', 'ONE '), c: dossier('c', 'one (2)') })],
    ['unusable-name', withDossiers({ a: dossier('a', 'a\u0000b') })],
    ['unusable-name', withDossiers({ a: dossier('a', ' ') })],
    ['unusable-name', withDossiers({ a: dossier('a', 'x'.repeat(10_000)) })],
    ['same-item', withDossiers({ a: dossier('a', 'one', ['i', 'i', 'i-2']), b: dossier('b', 'two', ['i']) })],
  ])('finds %s, and after the repair nothing', (kind, broken) => {
    expect(checkWorkspace(broken).map((problem) => problem.kind)).toContain(kind);
    const { workspace, repairs } = repairWorkspace(broken);
    expect(checkWorkspace(workspace)).toEqual([]);
    expect(repairs.length).toBeGreaterThan(0);
    for (const repair of repairs) expect(inEnglish(repair)).toMatch(/^.{10,300}\.$/u);
    expect(Object.keys(workspace.highlights)).toEqual(Object.keys(sound.highlights));
  });
});

describe('repairWorkspace', () => {
  it('loses no item of a dossier, gives each an id of its own, and leaves the first with a name its name', () => {
    const broken = withDossiers({ b: dossier('a', 'one', ['i', 'i', 'i-2']), c: dossier('c', 'One', ['i', 'j']) });
    const { workspace } = repairWorkspace(broken);
    const { b, c } = workspace.dossiers;
    expect(b).toMatchObject({ id: 'b', name: 'one' });
    expect(c).toMatchObject({ id: 'c', name: 'One (2)' });
    const ids = [...(b?.items ?? []), ...(c?.items ?? [])].map(({ id }) => id);
    expect(ids).toEqual(['i', 'i-3', 'i-2', 'i-4', 'j']);
    expect(Workspace.safeParse(workspace).success).toBe(true);
  });

  it('leaves an excerpt of a highlight that does not exist, and words that are too long, as they are', () => {
    const { created, modified } = dossier('a', 'one');
    const items: Dossier['items'] = [
      { kind: 'excerpt', id: 'i', highlight: 'gone', omissions: [] },
      { kind: 'heading', id: 'j', level: 1, text: 'x'.repeat(10_000) },
      { kind: 'text', id: 'k', text: 'x'.repeat(1_000_000) },
    ];
    const strange = withDossiers({ a: { id: 'a', name: 'one', items, created, modified } });
    expect(checkWorkspace(strange)).toEqual([]);
    expect(repairWorkspace(strange)).toEqual({ workspace: strange, repairs: [] });
    expect(Workspace.safeParse(strange).success).toBe(true);
  });

  it('keeps a highlight whose tag is unknown, and what it has in common with others, under a tag of that id', () => {
    const { workspace } = repairWorkspace(withTagging(['gone', torture]));
    expect(taggingIn(workspace)[0]).toEqual(['recovered tag', 'torture']);
    expect(workspace.tags['gone']).toMatchObject({ id: 'gone', name: 'recovered tag' });
  });

  it('gives two lost tags two names', () => {
    expect(taggingIn(repairWorkspace(withTagging(['gone', 'lost'])).workspace)[0]).toEqual([
      'recovered tag',
      'recovered tag (2)',
    ]);
  });

  it('cuts a circle at one place and keeps what lies under it', () => {
    const { workspace } = repairWorkspace(withTag('detention', { parent: conditions }));
    expect(inTreeOrder(Object.values(workspace.tags))).toHaveLength(Object.keys(sound.tags).length);
    expect(pathsIn(workspace)).toEqual(expect.arrayContaining(['detention', 'detention/conditions']));
  });

  it('leaves a tag under the wrong id alone, which nobody can tell the meaning of', () => {
    const { [torture]: tag, ...others } = sound.tags;
    if (!tag) throw new Error('There is the tag torture.');
    const { workspace } = repairWorkspace({ ...sound, tags: { ...others, other: tag } });
    expect(checkWorkspace(workspace).map(({ kind }) => kind)).toContain('wrong-id');
  });

  it('leaves no problem in any tangle of tags, loses no highlight and no tag, and has then nothing to do', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'gone'];
    const tangle = fc.record({
      tags: fc.array(
        fc.record({
          parent: fc.constantFrom(null, ...ids),
          name: fc.constantFrom('x', 'X', 'x (2)', 'a/b', '/', ' y ', '\u0000', 'ﬁ'.repeat(120)),
          shortcut: fc.constantFrom(null, 1, 2),
        }),
        { minLength: 5, maxLength: 5 },
      ),
      tagging: fc.array(fc.constantFrom(...ids, 'lost', ''), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(tangle, ({ tags, tagging }) => {
        const records = tags.map((tag, at): [string, Tag] => {
          const id = ids[at] ?? 'none';
          return [id, { ...tag, id, colour: 'blue', description: '' }];
        });
        const broken = { ...withTagging(tagging), tags: Object.fromEntries(records) };
        const { workspace } = repairWorkspace(broken);
        expect(Workspace.safeParse(workspace).success).toBe(true);
        expect(checkWorkspace(workspace)).toEqual([]);
        expect(Object.keys(workspace.highlights)).toEqual(Object.keys(broken.highlights));
        const [first] = Object.values(workspace.highlights);
        expect(first?.tags).toEqual([...new Set(tagging)].filter((id) => id !== ''));
        for (const [id] of records) expect(workspace.tags[id]).toBeDefined();
        expect(repairWorkspace(workspace)).toEqual({ workspace, repairs: [] });
      }),
    );
  });
});
