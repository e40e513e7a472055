import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierItemLimit, type Omission } from '../../../core/dossiers/dossier.ts';
import type { DossierOperation } from '../../../core/dossiers/dossier-operation.ts';
import { applyChange, Change, invertChange } from '../../../core/workspace/change.ts';
import { changeDossier, createDossier, deleteDossier } from '../../../core/workspace/dossier-edits.ts';
import { addHighlight, deleteHighlights } from '../../../core/workspace/edits.ts';
import { keepAsOrphan, reanchorHighlight } from '../../../core/workspace/review-edits.ts';
import { newWorkspace, Workspace } from '../../../core/workspace/workspace.ts';
import { hardText } from '../../support/hard-text.ts';
import { applied, editing, passageAt, refusal, take, workspaceWith } from './small-workspace.ts';

const marked = workspaceWith([], [['torture'], ['detention'], [], []]);
const [first = '', second = '', third = ''] = Object.keys(marked.highlights);
const context = editing('x');

/** A workspace with one dossier, and what a test asks of it. */
function withDossier(highlights: readonly string[] = [first, second, third], workspace: Workspace = marked) {
  const created = applied(workspace, createDossier(workspace, { name: 'Minsk 2020', highlights }, context));
  const id = Object.keys(created.dossiers).find((key) => !Object.hasOwn(workspace.dossiers, key)) ?? '';
  return { workspace: created, id, items: itemsOf(created, id) };
}

function itemsOf({ dossiers }: Workspace, id: string) {
  return dossiers[id]?.items ?? [];
}

/** What is in a dossier, item by item: words, or the highlight. */
const contentOf = (workspace: Workspace, id: string) =>
  itemsOf(workspace, id).map((item) => (item.kind === 'excerpt' ? item.highlight : `${item.kind}: ${item.text}`));

const idsOf = (workspace: Workspace, id: string) => itemsOf(workspace, id).map((item) => item.id);

/** A dossier of many headings, for what is about order alone. */
function withHeadings(count: number) {
  const { workspace, id } = withDossier([]);
  const headings = Array.from({ length: count }, (_, at) => ({ text: `h${at}`, at }));
  const filled = headings.reduce(
    (state, { text, at }) =>
      applied(state, changeDossier(state, id, { kind: 'add-heading', level: 1, text, at }, context)),
    workspace,
  );
  return { workspace: filled, id };
}

describe('createDossier', () => {
  it('starts a dossier with excerpts in the order given, each with an id of its own, also of one highlight twice', () => {
    const { workspace, id, items } = withDossier([third, first, third]);
    expect(contentOf(workspace, id)).toEqual([third, first, third]);
    expect(new Set(items.map((item) => item.id)).size).toBe(3);
    expect(workspace.dossiers[id]).toMatchObject({ name: 'Minsk 2020', created: context.now, modified: context.now });
    expect(Workspace.safeParse(workspace).success).toBe(true);
  });

  it('says how many excerpts it has, under which name', () => {
    const { summary } = take(createDossier(marked, { name: ' Мінск\t2020 ', highlights: [first] }, context));
    expect(summary).toEqual({ kind: 'create-dossier', highlights: 1, tags: [], dossiers: ['Мінск 2020'] });
  });

  it.each(['MINSK  2020', ' minsk 2020', 'Minsk\u00ad 2020', 'Ｍinsk 2020'])(
    'refuses the name “%s”, which is taken',
    (name) => {
      const { workspace } = withDossier();
      expect(refusal(createDossier(workspace, { name, highlights: [] }, context))).toContain('“Minsk 2020”');
    },
  );

  it.each([
    ['', 'needs a name'],
    [' \u200b\n', 'needs a name'],
    ['a\u0000b', 'control characters'],
    ['a\ud83d', 'control characters'],
    ['x'.repeat(201), 'at most 200'],
  ])('refuses the name %j', (name, reason) => {
    expect(refusal(createDossier(marked, { name, highlights: [] }, context))).toContain(reason);
  });

  it('takes any other name, and refuses a highlight that does not exist', () => {
    for (const name of ['__proto__', 'a/b', '=SUM(1)', '<script>', '👩‍👩‍👧', 'تقرير', 'x'.repeat(200)]) {
      const [dossier] = Object.values(
        applied(marked, createDossier(marked, { name, highlights: [] }, context)).dossiers,
      );
      expect(dossier?.name).toBe(name);
    }
    expect(refusal(createDossier(marked, { name: 'x', highlights: [first, 'none'] }, context))).toContain('none');
    expect(refusal(createDossier(marked, { name: 'x', highlights: ['constructor'] }, context))).toContain(
      'constructor',
    );
  });

  it('refuses more items than a dossier holds, at its start and later', () => {
    const full = withDossier(Array.from({ length: dossierItemLimit }, () => first));
    expect(full.items).toHaveLength(dossierItemLimit);
    const more: DossierOperation = { kind: 'add-excerpts', highlights: [second], at: 0 };
    expect(refusal(changeDossier(full.workspace, full.id, more, context))).toContain('5000');
    const highlights = Array.from({ length: dossierItemLimit + 1 }, () => first);
    expect(refusal(createDossier(marked, { name: 'x', highlights }, context))).toContain('5001');
  });
});

describe('changeDossier', () => {
  it('renames, and knows its own name in another form as its own', () => {
    const { workspace, id } = withDossier();
    const change = take(changeDossier(workspace, id, { kind: 'rename', name: 'MINSK 2020' }, context));
    expect(change.summary).toMatchObject({ kind: 'rename-dossier', dossiers: ['Minsk 2020', 'MINSK 2020'] });
    expect(applyChange(workspace, change).dossiers[id]?.name).toBe('MINSK 2020');
    expect(take(changeDossier(workspace, id, { kind: 'rename', name: 'Minsk 2020 ' }, context)).patches).toEqual([]);
    const two = applied(workspace, createDossier(workspace, { name: 'Other', highlights: [] }, context));
    expect(refusal(changeDossier(two, id, { kind: 'rename', name: 'other' }, context))).toContain('“Other”');
  });

  it('adds excerpts, headings and text where it is told, past the end last', () => {
    const { workspace, id } = withDossier([first]);
    const steps: DossierOperation[] = [
      { kind: 'add-excerpts', highlights: [third, second], at: 0 },
      { kind: 'add-heading', level: 1, text: ' The  vote\n', at: 0 },
      { kind: 'add-text', text: 'one\r\n\r\ntwo\t=SUM(1)', at: 99 },
    ];
    const filled = steps.reduce((state, step) => applied(state, changeDossier(state, id, step, context)), workspace);
    expect(contentOf(filled, id)).toEqual(['heading: The vote', third, second, first, 'text: one\n\ntwo\t=SUM(1)']);
    expect(new Set(idsOf(filled, id)).size).toBe(5);
  });

  it('keeps hard text as it is', () => {
    const { workspace, id } = withDossier([]);
    fc.assert(
      fc.property(hardText, (hard) => {
        const text = `=SUM(1) <script> \u0007${hard}`;
        const after = applied(workspace, changeDossier(workspace, id, { kind: 'add-text', text, at: 0 }, context));
        expect(itemsOf(after, id)[0]).toMatchObject({ kind: 'text', text });
        expect(Workspace.parse(JSON.parse(JSON.stringify(after)))).toEqual(after);
      }),
    );
  });

  it.each<[string, DossierOperation]>([
    ['needs words', { kind: 'add-heading', level: 1, text: ' \n', at: 0 }],
    ['level', { kind: 'add-heading', level: 4, text: 'x', at: 0 }],
    ['level', { kind: 'add-heading', level: 0, text: 'x', at: 0 }],
    ['at most 1000', { kind: 'add-heading', level: 1, text: 'x'.repeat(1_001), at: 0 }],
    ['control characters', { kind: 'add-heading', level: 1, text: 'a\u0007', at: 0 }],
    ['needs words', { kind: 'add-text', text: '\n\t', at: 0 }],
    ['at most 100000', { kind: 'add-text', text: 'x'.repeat(100_001), at: 0 }],
    ['no highlight none', { kind: 'add-excerpts', highlights: [first, 'none'], at: 0 }],
    ['no such item', { kind: 'move', items: ['none'], at: 0 }],
    ['no such item', { kind: 'remove', items: ['none'] }],
    ['no such item', { kind: 'edit', item: 'none', text: 'x' }],
    ['no such item', { kind: 'omit', item: 'none', omissions: [] }],
  ])('refuses with “%s” what cannot be, and changes nothing', (reason, operation) => {
    const { workspace, id } = withDossier();
    const message = refusal(changeDossier(workspace, id, operation, context));
    expect(message).toContain(reason);
    expect(message).toMatch(/^.{10,300}\.$/u);
    expect(changeDossier(workspace, 'none', operation, context)).toMatchObject({ fault: { code: 'not-found' } });
    expect(changeDossier(workspace, '__proto__', operation, context)).toMatchObject({ fault: { code: 'not-found' } });
  });

  it('edits headings and texts, and never the words of an excerpt', () => {
    const { workspace, id, items } = withDossier([first]);
    const withText = applied(workspace, changeDossier(workspace, id, { kind: 'add-text', text: 'a', at: 0 }, context));
    const level: DossierOperation = { kind: 'add-heading', level: 1, text: 'b', at: 0 };
    const both = applied(withText, changeDossier(withText, id, level, context));
    const [heading = '', text = ''] = idsOf(both, id);
    const edit = (item: string, words: string, to?: number): DossierOperation =>
      to === undefined ? { kind: 'edit', item, text: words } : { kind: 'edit', item, text: words, level: to };
    const edited = applied(both, changeDossier(both, id, edit(heading, 'B', 3), context));
    expect(itemsOf(edited, id)[0]).toMatchObject({ text: 'B', level: 3 });
    expect(itemsOf(applied(both, changeDossier(both, id, edit(heading, 'B'), context)), id)[0]).toMatchObject({
      level: 1,
    });
    expect(itemsOf(applied(both, changeDossier(both, id, edit(text, 'A'), context)), id)[1]).toMatchObject({
      text: 'A',
    });
    expect(take(changeDossier(both, id, edit(text, 'a'), context)).patches).toEqual([]);
    expect(refusal(changeDossier(both, id, edit(text, 'A', 2), context))).toContain('Only a heading');
    expect(refusal(changeDossier(both, id, edit(heading, 'B', 9), context))).toContain('level');
    expect(refusal(changeDossier(both, id, edit(items[0]?.id ?? '', 'false words'), context))).toContain('its source');
  });

  it('moves any items together, in their order, to an index among the others, and is taken back exactly', () => {
    const { workspace, id } = withHeadings(7);
    const ids = idsOf(workspace, id);
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), fc.nat(9), fc.boolean(), (items, at, isReversed) => {
        const chosen = isReversed ? [...items].reverse() : items;
        const change = take(changeDossier(workspace, id, { kind: 'move', items: chosen, at }, context));
        const after = applyChange(workspace, change);
        const moved = idsOf(after, id);
        expect([...moved].sort()).toEqual([...ids].sort());
        const others = ids.filter((item) => !items.includes(item));
        expect(moved.filter((item) => !items.includes(item))).toEqual(others);
        const from = Math.min(at, others.length);
        expect(moved.slice(from, from + items.length)).toEqual(items);
        expect(change.patches.length === 0).toBe(moved.join() === ids.join());
        expect(applyChange(after, invertChange(change))).toEqual(workspace);
      }),
    );
  });

  it('removes items, and says how many of them were excerpts', () => {
    const { workspace, id, items } = withDossier();
    const [one, , three] = items;
    const remove: DossierOperation = { kind: 'remove', items: [three?.id ?? '', one?.id ?? '', one?.id ?? ''] };
    const change = take(changeDossier(workspace, id, remove, context));
    expect(change.summary).toMatchObject({ kind: 'remove-from-dossier', highlights: 2, dossiers: ['Minsk 2020'] });
    expect(contentOf(applyChange(workspace, change), id)).toEqual([second]);
    expect(Change.parse(change)).toEqual(change);
  });
});

describe('words to leave out of an excerpt', () => {
  const quote = 'a 👩‍👩‍👧 b c';
  const selector = { ...passageAt(0, 5).selector, quote };
  const start = applied(newWorkspace('w'), addHighlight(newWorkspace('w'), { ...passageAt(0, 5), selector }, context));
  const { workspace, id, items } = withDossier(Object.keys(start.highlights), start);
  const item = items[0]?.id ?? '';
  const omit = (omissions: readonly Omission[], state = workspace) =>
    changeDossier(state, id, { kind: 'omit', item, omissions: [...omissions] }, context);
  const at = (from: number, end: number): Omission => ({ start: from, end, words: quote.slice(from, end) });

  it('are kept, those that touch as one, and taken away again', () => {
    const after = applied(workspace, omit([at(0, 2), at(2, 10), at(11, 12)]));
    expect(itemsOf(after, id)[0]).toMatchObject({ omissions: [at(0, 10), at(11, 12)] });
    expect(take(omit([at(0, 10), at(11, 12)], after)).patches).toEqual([]);
    expect(itemsOf(applied(after, omit([], after)), id)[0]).toMatchObject({ omissions: [] });
  });

  it.each<[string, Omission[]]>([
    ['does not stand', [{ start: 0, end: 1, words: 'b' }]],
    ['does not stand', [{ start: 12, end: 99, words: 'c' }]],
    ['does not stand', [{ start: 0, end: 0, words: '' }]],
    ['lie over one another', [at(0, 2), at(1, 4)]],
    ['not in order', [at(11, 12), at(0, 1)]],
    ['inside a character', [at(0, 3)]],
    ['inside a character', [at(3, 5)]],
    ['whole words', [at(4, 5)]],
    ['Nothing would be left', [at(0, quote.length)]],
    ['Nothing would be left', [at(0, 1), at(2, 10), at(11, 12), at(13, 14)]],
  ])('are refused with “%s” where they are none', (reason, omissions) => {
    expect(refusal(omit(omissions))).toContain(reason);
  });

  it('are accepted wherever they are words of the quotation, and what is kept is the rest of it', () => {
    const places = fc.uniqueArray(fc.constantFrom(0, 1, 2, 10, 11, 12, 13, 14), { minLength: 2, maxLength: 6 });
    let accepted = 0;
    fc.assert(
      fc.property(places, (chosen) => {
        const sorted = [...chosen].sort((a, b) => a - b);
        const pairs = sorted.flatMap((from, index) => {
          const end = sorted[index + 1];
          return index % 2 === 0 && end !== undefined ? [at(from, end)] : [];
        });
        const made = omit(pairs);
        if (!made.ok) return;
        accepted += 1;
        const [kept] = itemsOf(applyChange(workspace, made.value), id);
        const omissions = kept?.kind === 'excerpt' ? kept.omissions : [];
        for (const one of omissions) expect(quote.slice(one.start, one.end)).toBe(one.words);
        const without = (all: readonly Omission[]) =>
          all.reduceRight((text, one) => text.slice(0, one.start) + text.slice(one.end), quote);
        expect(without(omissions)).toBe(without(pairs));
      }),
    );
    expect(accepted).toBeGreaterThan(30);
  });

  it('are only those of an excerpt whose highlight is there', () => {
    const heading: DossierOperation = { kind: 'add-heading', level: 1, text: 'x', at: 0 };
    const both = applied(workspace, changeDossier(workspace, id, heading, context));
    const [headingId = ''] = idsOf(both, id);
    const none: DossierOperation = { kind: 'omit', item: headingId, omissions: [at(0, 1)] };
    expect(refusal(changeDossier(both, id, none, context))).toContain('Only an excerpt');
    expect(refusal(omit([at(0, 1)], { ...workspace, highlights: {} }))).toContain('There is no highlight');
  });
});

describe('deleteDossier', () => {
  it('takes the dossier and leaves its highlights, and is taken back exactly', () => {
    const { workspace, id } = withDossier();
    const change = take(deleteDossier(workspace, id));
    expect(change.summary).toEqual({ kind: 'delete-dossier', highlights: 3, tags: [], dossiers: ['Minsk 2020'] });
    const after = applyChange(workspace, change);
    expect(after).toEqual(marked);
    expect(applyChange(after, invertChange(change))).toEqual(workspace);
    expect(deleteDossier(after, id)).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });
});

/** The workspace with `omissions` in every excerpt of a dossier, whatever words they are. */
function leavingOut(workspace: Workspace, id: string, omissions: Omission[]): Workspace {
  const dossier = workspace.dossiers[id];
  if (!dossier) throw new Error('There is no such dossier.');
  const items = dossier.items.map((item) => (item.kind === 'excerpt' ? { ...item, omissions } : item));
  return { ...workspace, dossiers: { ...workspace.dossiers, [id]: { ...dossier, items } } };
}

describe('a highlight that stands in dossiers', () => {
  it('takes its excerpts with it when it is deleted, and undo brings all of them back where they were', () => {
    const { workspace, id } = withDossier([first, second, first]);
    const other = applied(workspace, createDossier(workspace, { name: 'Other', highlights: [second] }, context));
    const change = take(deleteHighlights(other, [first], context));
    const after = applyChange(other, change);
    expect(contentOf(after, id)).toEqual([second]);
    expect(change.patches.filter(({ of }) => of === 'dossier')).toHaveLength(1);
    expect(change.summary).toEqual({ kind: 'delete-highlight', highlights: 1, tags: [] });
    expect(applyChange(after, invertChange(change))).toEqual(other);
  });

  it('hands its excerpts to the highlight that it becomes one with, without leaving out words that are not in it', () => {
    const { workspace, id, items } = withDossier([first, second]);
    const omissions = [{ start: 0, end: 1, words: workspace.highlights[first]?.selector.quote[0] ?? '' }];
    const left = leavingOut(workspace, id, omissions);
    const orphaned = applied(left, keepAsOrphan(left, first, context));
    const place = orphaned.highlights[second]?.selector;
    if (!place) throw new Error('There is a second highlight.');
    const change = take(reanchorHighlight(orphaned, first, place, context));
    const after = applyChange(orphaned, change);
    expect(contentOf(after, id)).toEqual([second, second]);
    expect(itemsOf(after, id)[0]).toMatchObject({ id: items[0]?.id, omissions: [] });
    expect(change.patches.at(-1)).toMatchObject({ of: 'highlight', id: second });
    expect(applyChange(after, invertChange(change))).toEqual(orphaned);
  });

  it('keeps words left out when its start is moved, in one step that can be undone', () => {
    const { workspace, id } = withDossier([first]);
    const quote = workspace.highlights[first]?.selector.quote ?? '';
    const words = quote.slice(2, 4);
    const left = leavingOut(workspace, id, [{ start: 2, end: 4, words }]);
    const { start = 0, end = 0 } = left.highlights[first]?.selector ?? {};
    const change = take(reanchorHighlight(left, first, passageAt(start + 1, end).selector, context));
    const after = applyChange(left, change);
    expect(itemsOf(after, id)[0]).toMatchObject({ omissions: [{ start: 1, end: 3, words }] });
    expect(applyChange(after, invertChange(change))).toEqual(left);
  });

  it('touches no dossier that leaves nothing out of it when an end of it is moved', () => {
    const { workspace, id } = withDossier([first]);
    const change = take(reanchorHighlight(workspace, first, passageAt(40, 50).selector, context));
    expect(change.patches.map(({ of }) => of)).toEqual(['highlight']);
    expect(applyChange(workspace, change).dossiers[id]).toBe(workspace.dossiers[id]);
  });
});
