import { describe, expect, it } from 'vitest';
import type { MergeRule } from '../../../core/exchange/merge-work.ts';
import { noWork, type Work } from '../../../core/exchange/work.ts';
import { succeed } from '../../../core/result.ts';
import type { StatementVersion } from '../../../core/statements/own-statement.ts';
import { initialTags } from '../../../core/tags/tag.ts';
import { tagIdOf } from '../../../core/tags/tag-id.ts';
import { changeSettings } from '../../../core/workspace/change-settings.ts';
import { addHighlight } from '../../../core/workspace/edits.ts';
import { addStatements, removeStatements, updateStatement } from '../../../core/workspace/statement-edits.ts';
import { ownStatement } from '../workspace/library-steps.ts';
import { idOf, passageAt, pathsIn, taggingIn } from '../workspace/small-workspace.ts';
import { Researcher, twoPeople } from './two-people.ts';

/** Anna and Boris with one highlight that both have. */
function withOne(note = '', tags: readonly string[] = ['torture']) {
  let id = '';
  const [anna, boris] = twoPeople((first) => {
    id = first.highlight(0, tags, note);
  });
  return { anna, boris, id };
}

const deletion = (kind: string, id: string) => ({ kind, id, fields: [] });

describe('what a colleague’s work has', () => {
  it('is nothing where both have the same', () => {
    const { anna, boris } = withOne('Ask.');
    expect(anna.compare(boris.send())).toEqual([]);
    expect(boris.compare(anna.send())).toEqual([]);
  });

  it('is new where they highlighted something', () => {
    const { anna, boris } = withOne();
    const id = boris.highlight(20, ['new tag']);
    expect(anna.compare(boris.send())).toEqual([
      { kind: 'highlights', id, difference: 'new', fields: [] },
      { kind: 'tags', id: tagIdOf(null, 'new tag'), difference: 'new', fields: [] },
    ]);
    anna.merge(boris.send());
    expect(taggingIn(anna.workspace)).toEqual([['torture'], ['new tag']]);
  });

  it('is changed where only they wrote, and nobody has to choose', () => {
    const { anna, boris, id } = withOne('Ask.');
    boris.note(id, 'Asked.').tag(id, ['detention']);
    expect(anna.compare(boris.send())).toEqual([
      { kind: 'highlights', id, difference: 'changed', fields: ['note', 'tags'] },
    ]);
    anna.merge(boris.send(), 'mine');
    expect(anna.noteOf(id)).toBe('Asked.');
    expect(taggingIn(anna.workspace)).toEqual([['detention']]);
  });

  it('is nothing new where only I wrote', () => {
    const { anna, boris, id } = withOne('Ask.');
    anna.note(id, 'Asked.');
    expect(anna.compare(boris.send())).toEqual([]);
    expect(anna.merge(boris.send(), 'theirs').noteOf(id)).toBe('Asked.');
  });

  it('is disagreed on where both wrote a note, though a selection of their later highlights was merged before', () => {
    const { anna, boris, id } = withOne('Ask.');
    anna.note(id, 'Hers');
    boris.note(id, 'His');
    const other = boris.highlight(20);
    anna.merge(boris.send({ highlights: new Set([other]) }));
    expect(Object.keys(anna.workspace.highlights)).toHaveLength(2);
    expect(anna.compare(boris.send())).toEqual([
      { kind: 'highlights', id, difference: 'both-changed', fields: ['note'] },
    ]);
  });

  it('is deleted where they deleted what I have left alone', () => {
    const { anna, boris, id } = withOne();
    boris.delete(id);
    expect(anna.compare(boris.send())).toEqual([{ ...deletion('highlights', id), difference: 'deleted' }]);
    expect(anna.merge(boris.send(), 'both').workspace.highlights).toEqual({});
  });

  it('is disagreed on where they wrote a note on what has a private one here, whatever else of mine they have seen', () => {
    const { anna, boris, id } = withOne();
    anna.note(id, 'Only for me.', true).highlight(20);
    boris.merge(anna.send()).note(id, 'His');
    expect(anna.compare(boris.send())).toEqual([
      { kind: 'highlights', id, difference: 'both-changed', fields: ['note'] },
    ]);
    expect(anna.merge(boris.send(), 'mine').noteOf(id)).toBe('Only for me.');
  });

  it('is disagreed on where they deleted what has a private note here, which they cannot have seen', () => {
    const { anna, boris, id } = withOne();
    anna.note(id, 'Only for me.', true).highlight(20);
    boris.merge(anna.send()).delete(id);
    expect(anna.compare(boris.send())).toEqual([{ ...deletion('highlights', id), difference: 'deleted-there' }]);
    expect(anna.merge(boris.send(), 'both').noteOf(id)).toBe('Only for me.');
  });

  it('is disagreed on where they tagged what was deleted and undone on the other side, since that would take the tag away', () => {
    const { anna, boris, id } = withOne();
    anna.tag(id, ['torture', 'detention']);
    boris.deleteAndUndo(id);
    const item = { kind: 'highlights', id, difference: 'both-changed', fields: ['tags'] };
    expect(anna.compare(boris.send())).toEqual([item]);
    expect(boris.compare(anna.send())).toEqual([item]);
    expect(taggingIn(boris.merge(anna.send(), 'both').workspace)).toEqual([['torture', 'detention']]);
    expect(taggingIn(anna.merge(boris.send()).workspace)).toEqual([['torture', 'detention']]);
  });

  it.each<[MergeRule, string[]]>([
    ['later', ['torture']],
    ['both', ['torture', 'detention']],
    ['mine', ['torture', 'detention']],
    ['theirs', ['torture']],
  ])('has the tags of both sides or of one where it was deleted and undone, by the rule “%s”', (rule, tags) => {
    const { anna, boris, id } = withOne();
    anna.tag(id, ['torture', 'detention']);
    boris.deleteAndUndo(id);
    expect(taggingIn(anna.merge(boris.send(), rule).workspace)).toEqual([tags]);
    expect(anna.compare(boris.send())).toEqual([]);
    expect(taggingIn(boris.merge(anna.send()).workspace)).toEqual([tags]);
  });

  it.each<[MergeRule, string]>([
    ['later', 'Hers'],
    ['both', 'His\nHers'],
    ['mine', 'Hers'],
    ['theirs', 'His'],
  ])('is disagreed on where both wrote a note, and by the rule “%s” it is “%s”', (rule, note) => {
    const { anna, boris, id } = withOne('Ask.');
    boris.note(id, 'His');
    anna.note(id, 'Hers');
    expect(anna.compare(boris.send())).toEqual([
      { kind: 'highlights', id, difference: 'both-changed', fields: ['note'] },
    ]);
    anna.merge(boris.send(), rule);
    expect(anna.noteOf(id)).toBe(note);
    expect(boris.merge(anna.send()).noteOf(id)).toBe(note);
    expect(anna.compare(boris.send())).toEqual([]);
  });

  it.each<[MergeRule, boolean]>([
    ['later', false],
    ['both', true],
    ['mine', true],
    ['theirs', false],
  ])('is disagreed on where I changed what they deleted: by the rule “%s” it is there: %s', (rule, isThere) => {
    const { anna, boris, id } = withOne('Ask.');
    anna.note(id, 'Asked.');
    boris.delete(id);
    expect(anna.compare(boris.send())).toEqual([{ ...deletion('highlights', id), difference: 'deleted-there' }]);
    anna.merge(boris.send(), rule);
    expect(anna.noteOf(id)).toBe(isThere ? 'Asked.' : undefined);
    expect(boris.merge(anna.send()).noteOf(id)).toBe(isThere ? 'Asked.' : undefined);
  });

  it.each<[MergeRule, boolean]>([
    ['later', false],
    ['both', true],
    ['mine', false],
    ['theirs', true],
  ])('is disagreed on where they changed what I deleted: by the rule “%s” it is there: %s', (rule, isThere) => {
    const { anna, boris, id } = withOne('Ask.');
    anna.delete(id);
    boris.note(id, 'Asked.');
    expect(anna.compare(boris.send())).toEqual([{ ...deletion('highlights', id), difference: 'deleted-here' }]);
    anna.merge(boris.send(), rule);
    expect(anna.noteOf(id)).toBe(isThere ? 'Asked.' : undefined);
    expect(boris.merge(anna.send()).noteOf(id)).toBe(isThere ? 'Asked.' : undefined);
    expect(anna.compare(boris.send())).toEqual([]);
  });

  it('can be chosen one by one, whatever the rule says of the rest', () => {
    const [anna, boris] = twoPeople((first) => {
      first.highlight(0, [], 'One');
      first.highlight(10, [], 'Two');
    });
    const [one = '', two = ''] = Object.keys(anna.workspace.highlights);
    for (const id of [one, two]) boris.note(id, `${boris.noteOf(id)} his`);
    for (const id of [one, two]) anna.note(id, `${anna.noteOf(id)} hers`);
    anna.merge(boris.send(), 'theirs', { [`highlights/${one}`]: 'mine' });
    expect([anna.noteOf(one), anna.noteOf(two)]).toEqual(['One hers', 'Two his']);
  });

  it('keeps both of two deleted and one changed tags apart', () => {
    const { anna, boris, id } = withOne('', ['torture', 'detention']);
    boris.tag(id, ['detention', 'elections']);
    anna.tag(id, ['torture', 'detention', 'courts']);
    anna.merge(boris.send());
    boris.merge(anna.send());
    expect(taggingIn(anna.workspace)).toEqual([['detention', 'elections', 'courts']]);
    expect(taggingIn(boris.workspace)).toEqual(taggingIn(anna.workspace));
  });
});

describe('a new item that is left out', () => {
  it('is offered again the next time, and stays with whoever has it', () => {
    const { anna, boris } = withOne();
    const id = boris.highlight(20, ['detention']);
    const choices = { [`highlights/${id}`]: 'mine' } as const;
    anna.merge(boris.send(), 'later', choices);
    expect(Object.keys(anna.workspace.highlights)).not.toContain(id);
    expect(anna.compare(boris.send())).toMatchObject([{ id, difference: 'new' }]);
    boris.merge(anna.send());
    expect(Object.keys(boris.workspace.highlights)).toContain(id);
    expect(Object.keys(anna.merge(boris.send()).workspace.highlights)).toContain(id);
  });
});

describe('taking a merge back', () => {
  it('takes everything back, with what was known of it, and merging again offers the same', () => {
    const { anna, boris, id } = withOne('Ask.');
    boris.note(id, 'His').rename('torture', 'ill-treatment');
    boris.highlight(20, ['courts/military']);
    boris.delete(id);
    anna.note(id, 'Hers');
    const before = anna.workspace;
    const offered = anna.compare(boris.send());
    expect(offered.length).toBeGreaterThan(3);
    anna.merge(boris.send(), 'both');
    expect(anna.workspace).not.toEqual(before);
    anna.undoMerge();
    expect(anna.workspace).toEqual(before);
    expect(anna.compare(boris.send())).toEqual(offered);
  });

  it('takes nothing back from the colleague', () => {
    const { anna, boris } = withOne();
    const id = boris.highlight(20);
    anna.merge(boris.send()).undoMerge();
    expect(Object.keys(boris.merge(anna.send()).workspace.highlights)).toContain(id);
  });
});

describe('a private note', () => {
  it('never leaves, and nothing of it comes back to overwrite it', () => {
    const anna = new Researcher('Anna');
    const id = anna.highlight(0, ['torture'], 'Her source', true);
    expect(JSON.stringify(anna.send())).not.toContain('Her source');
    expect(JSON.stringify(anna.send({ highlights: new Set([id]) }))).not.toContain('Her source');
    const boris = new Researcher('Boris').merge(anna.send());
    expect(boris.noteOf(id)).toBe('');
    boris.tag(id, ['detention']);
    expect(anna.compare(boris.send())).toMatchObject([{ difference: 'changed', fields: ['tags'] }]);
    for (const rule of ['theirs', 'both', 'later'] as const)
      expect(anna.merge(boris.send(), rule).noteOf(id)).toBe('Her source');
    expect(anna.workspace.highlights[id]?.isNotePrivate).toBe(true);
  });

  it('stays private where the two notes become one', () => {
    const { anna, boris, id } = withOne('Ask.');
    boris.note(id, 'His');
    anna.note(id, 'Her source', true);
    anna.merge(boris.send(), 'both');
    expect(anna.workspace.highlights[id]).toMatchObject({ note: 'His\nHer source', isNotePrivate: true });
    expect(JSON.stringify(anna.send())).not.toContain('Her source');
  });

  it('is told as a change when it is made public', () => {
    const anna = new Researcher('Anna');
    const id = anna.highlight(0, [], 'Her source', true);
    const boris = new Researcher('Boris').merge(anna.send());
    anna.note(id, 'Her source');
    expect(boris.compare(anna.send())).toMatchObject([{ id, difference: 'changed', fields: ['note'] }]);
    expect(boris.merge(anna.send()).noteOf(id)).toBe('Her source');
  });
});

describe('tags', () => {
  it('that two people made apart under one name are one tag', () => {
    const [anna, boris] = twoPeople();
    anna.highlight(0, ['Détention/conditions']);
    boris.highlight(20, ['de\u0301tention/Conditions']);
    anna.merge(boris.send());
    expect(pathsIn(anna.workspace).filter((path) => path.includes('/'))).toEqual(['détention/Conditions']);
    expect(taggingIn(anna.workspace)).toEqual([['détention/Conditions'], ['détention/Conditions']]);
    expect(pathsIn(boris.merge(anna.send()).workspace)).toEqual(pathsIn(anna.workspace));
  });

  it('that were deleted and made again are the ones that everybody starts with', () => {
    const anna = new Researcher('Anna');
    anna.codebook({ do: 'delete', id: idOf(anna.workspace, 'torture') });
    anna.highlight(0, ['torture']);
    expect(idOf(anna.workspace, 'torture')).toBe(initialTags[0]?.id);
  });

  it('that were renamed by one are renamed on what the other tagged in the meantime', () => {
    const [anna, boris] = twoPeople();
    anna.rename('torture', 'ill-treatment');
    boris.highlight(0, ['torture']);
    anna.merge(boris.send());
    boris.merge(anna.send());
    expect(taggingIn(anna.workspace)).toEqual([['ill-treatment']]);
    expect(taggingIn(boris.workspace)).toEqual([['ill-treatment']]);
  });

  it('that both renamed are disagreed on', () => {
    const [anna, boris] = twoPeople();
    boris.rename('torture', 'cruelty');
    anna.rename('torture', 'ill-treatment');
    expect(anna.compare(boris.send())).toMatchObject([{ difference: 'both-changed', fields: ['name'] }]);
    expect(pathsIn(anna.merge(boris.send(), 'theirs').workspace)).toContain('cruelty');
    expect(pathsIn(boris.merge(anna.send()).workspace)).toContain('cruelty');
  });
});

describe('ids and times that no program of ours writes', () => {
  it.each(['constructor', 'toString', 'hasOwnProperty'])('a record called %s is one like any other', (id) => {
    const boris = new Researcher('Boris');
    const made = boris.highlight(0, ['torture'], 'His');
    const work = boris.send();
    const highlight = work.highlights[made];
    if (!highlight) throw new Error('There is no such highlight.');
    const tags = { ...highlight.tags, [id]: { on: true, at: '', n: 1 } };
    const theirs: Work = { ...noWork(id), highlights: { [id]: { ...highlight, tags } } };
    const anna = new Researcher('Anna');
    expect(anna.compare(theirs)).toMatchObject([{ id, difference: 'new' }]);
    expect(anna.merge(theirs).noteOf(id)).toBe('His');
    expect(anna.send({ highlights: new Set([id]) }).highlights[id]).toBeDefined();
    expect(anna.compare(theirs)).toEqual([]);
  });

  it('values of two that nobody dated are disagreed on, not chosen in silence', () => {
    const described = (description: string): Work => ({
      ...noWork('file'),
      tags: {
        codes: {
          lives: 1,
          since: '',
          fields: { name: { value: 'code', at: '' }, description: { value: description, at: '' } },
        },
      },
    });
    const anna = new Researcher('Anna').merge(described('as it was'));
    for (const description of ['as it is', 'changed'])
      expect(anna.compare(described(description))).toMatchObject([
        { id: 'codes', difference: 'both-changed', fields: ['description'] },
      ]);
    anna.merge(described('as it is'), 'theirs');
    expect(anna.workspace.tags['codes']?.description).toBe('as it is');
    expect(anna.compare(described('as it is'))).toEqual([]);
    expect(anna.merge(described('changed'), 'mine').workspace.tags['codes']?.description).toBe('as it is');
  });
});

describe('a person', () => {
  it.each(['Aleksandra', 'Żanna', ''])('who calls themselves “%s” from now on is called so by others', (name) => {
    const { anna, boris } = withOne();
    anna.do((workspace) => changeSettings(workspace, { name })).highlight(20);
    boris.merge(anna.send());
    expect(boris.workspace.people['anna']?.name).toBe(name);
    anna.merge(boris.send()).highlight(40);
    boris.merge(anna.send());
    expect(boris.workspace.people['anna']?.name).toBe(name);
  });
});

describe('statements of one’s own', () => {
  const version = (at: number, added: string) => ownStatement(at, 0, added).versions[0] as StatementVersion; // It has one.
  const namesOf = ({ workspace }: Researcher): string[] =>
    (workspace.statements['own-0']?.versions ?? []).map(({ original }) => original.name);

  function withStatement() {
    return twoPeople((first) => {
      first.do((workspace, { now }) => succeed(addStatements(workspace, [ownStatement(0, 0, now)])));
    });
  }

  it('have the versions of both, the later added last', () => {
    const [anna, boris] = withStatement();
    anna.do((workspace, context) =>
      updateStatement(workspace, 'own-0', version(2, '2026-03-01T00:00:00.000Z'), new Map(), context),
    );
    boris.do((workspace, context) =>
      updateStatement(workspace, 'own-0', version(1, '2026-04-01T00:00:00.000Z'), new Map(), context),
    );
    const sent = boris.send();
    boris.merge(anna.send());
    anna.merge(sent);
    expect(namesOf(anna)).toHaveLength(3);
    expect(namesOf(anna).at(-1)).toContain('file 1');
    expect(namesOf(boris)).toEqual(namesOf(anna));
  });

  it('lose a version that was left out by choice, or taken back, with whoever merges that', () => {
    const [anna, boris] = withStatement();
    boris.do((workspace, context) =>
      updateStatement(workspace, 'own-0', version(1, '2026-04-01T00:00:00.000Z'), new Map(), context),
    );
    anna.merge(boris.send(), 'both', { 'statements/own-0': 'mine' });
    expect(namesOf(anna)).toHaveLength(1);
    expect(anna.compare(boris.send())).toEqual([]);
    expect(boris.compare(anna.send())).toMatchObject([{ kind: 'statements', difference: 'changed' }]);
    boris.merge(anna.send());
    expect(namesOf(boris)).toEqual(namesOf(anna));
  });

  it('keep one version where each has left out what the other has', () => {
    const [anna, boris] = [new Researcher('Anna'), new Researcher('Boris')];
    for (const [who, encoding] of [
      [anna, 0],
      [boris, 1],
    ] as const) {
      who.do((workspace, { now }) => succeed(addStatements(workspace, [ownStatement(0, encoding, now)])));
    }
    const [fromAnna, fromBoris] = [anna.send(), boris.send()];
    anna.merge(fromBoris, 'both', { 'statements/own-0': 'mine' });
    boris.merge(fromAnna, 'both', { 'statements/own-0': 'mine' });
    const sent = anna.send();
    anna.merge(boris.send());
    boris.merge(sent);
    expect(namesOf(anna)).toHaveLength(1);
    expect(namesOf(boris)).toEqual(namesOf(anna));
  });

  it('are asked about where somebody removed what has highlights here, and stay', () => {
    const [anna, boris] = withStatement();
    boris.do((workspace, context) =>
      addHighlight(workspace, { ...passageAt(0, 7, [], ''), statement: 'own-0' }, context),
    );
    anna.do((workspace, context) => removeStatements(workspace, ['own-0'], context));
    expect(boris.compare(anna.send())).toMatchObject([{ kind: 'statements', difference: 'deleted-there' }]);
    boris.merge(anna.send(), 'both');
    expect(namesOf(boris)).toHaveLength(1);
    anna.merge(boris.send());
    expect(namesOf(anna)).toHaveLength(1);
  });
});
