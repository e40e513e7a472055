import type { DossierOperation } from '../../../core/dossiers/dossier-operation.ts';
import type { Result } from '../../../core/result.ts';
import { TagColour } from '../../../core/tags/tag.ts';
import { type Change, invertChange } from '../../../core/workspace/change.ts';
import { changeSettings } from '../../../core/workspace/change-settings.ts';
import { changeTag } from '../../../core/workspace/change-tag.ts';
import { changeDossier, createDossier, deleteDossier } from '../../../core/workspace/dossier-edits.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import type { Random } from '../../bench/seeded-random.ts';
import { passageAt } from '../../core/workspace/small-workspace.ts';

/** A change as a store takes it. */
export interface Step {
  readonly change: Change;
  readonly action: 'do' | 'undo' | 'redo';
}

/** From here on more is deleted than added, so that a workspace stays small enough to be read again in no time. */
const manyHighlights = 30;
const manyTags = 15;
const manyDossiers = 3;

const pieces = [
  'torture',
  'Лукашэнка',
  'مرحبا',
  '👩‍👩‍👧',
  'e\u0301',
  '\ud83d',
  '\u0000',
  '\n',
  '\r\n',
  '\u2028',
  '"',
  '\\',
  '{}',
  '1 ',
];

const names = ['torture/in custody', 'détention', 'другое', 'a/b/c', '__proto__', 'constructor', '漢字'];

const kinds = [
  'add',
  'add',
  'add',
  'note',
  'note',
  'tag',
  'delete',
  'create',
  'rename',
  'recolour',
  'move',
  'merge',
  'drop',
  'settings',
  'private',
  'dossier',
  'fill',
  'write',
  'shuffle',
  'empty',
  'discard',
] as const;

function pickFrom<Item>(random: Random, items: readonly Item[]): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Text as hard as it comes; now and then longer than a block of the disk. */
function textAtRandom(random: Random): string {
  const length = random() < 0.05 ? 800 : 1 + Math.floor(random() * 6);
  return Array.from({ length }, () => pickFrom(random, pieces) ?? '').join('');
}

function editDossier(
  workspace: Workspace,
  kind: 'fill' | 'write' | 'shuffle' | 'empty',
  random: Random,
  context: EditContext,
): Result<Change> {
  const dossier = pickFrom(random, Object.values(workspace.dossiers));
  const items = dossier?.items.map(({ id }) => id) ?? [];
  const [some, more] = [pickFrom(random, items) ?? 'none', pickFrom(random, items) ?? 'none'];
  const at = Math.floor(random() * (items.length + 1));
  const highlight = pickFrom(random, Object.keys(workspace.highlights)) ?? 'none';
  const operation: DossierOperation = {
    fill: { kind: 'add-excerpts' as const, highlights: [highlight], at },
    write: { kind: 'add-text' as const, text: textAtRandom(random), at },
    shuffle: { kind: 'move' as const, items: [some, more], at },
    empty: { kind: 'remove' as const, items: [some] },
  }[kind];
  return changeDossier(workspace, dossier?.id ?? 'none', operation, context);
}

function tryEdit(workspace: Workspace, random: Random, context: EditContext): Result<Change> {
  const highlights = Object.keys(workspace.highlights);
  const tags = Object.keys(workspace.tags);
  const dossiers = Object.keys(workspace.dossiers);
  const kind =
    highlights.length > manyHighlights
      ? 'delete'
      : tags.length > manyTags
        ? 'drop'
        : dossiers.length > manyDossiers
          ? 'discard'
          : pickFrom(random, kinds);
  const [highlight, tag, other] = [highlights, tags, tags].map((ids) => pickFrom(random, ids) ?? 'none');
  const [id = 'none', of = 'none', into = 'none'] = [highlight, tag, other];
  const name = pickFrom(random, names) ?? '';
  const start = Math.floor(random() * 70);
  switch (kind) {
    case 'note':
      return editHighlight(workspace, id, { note: textAtRandom(random) }, context);
    case 'tag':
      return editHighlight(workspace, id, { tags: [name, pickFrom(random, names) ?? name] }, context);
    case 'delete':
      return deleteHighlights(workspace, [id, pickFrom(random, highlights) ?? id], context);
    case 'create':
      return changeTag(workspace, { do: 'create', path: `${name}/${textAtRandom(random)}` }, context);
    case 'rename':
      return changeTag(workspace, { do: 'rename', id: of, name: textAtRandom(random) }, context);
    case 'recolour':
      return changeTag(
        workspace,
        { do: 'recolour', id: of, colour: pickFrom(random, TagColour.options) ?? 'blue' },
        context,
      );
    case 'move':
      return changeTag(workspace, { do: 'move', id: of, parent: random() < 0.4 ? null : into }, context);
    case 'merge':
      return changeTag(workspace, { do: 'merge', from: of, into }, context);
    case 'drop':
      return changeTag(workspace, { do: 'delete', id: of }, context);
    case 'settings':
      return changeSettings(workspace, { name: textAtRandom(random) });
    case 'private':
      return editHighlight(workspace, id, { isNotePrivate: random() < 0.5 }, context);
    case 'dossier':
      return createDossier(workspace, { name: textAtRandom(random), highlights }, context);
    case 'discard':
      return deleteDossier(workspace, pickFrom(random, dossiers) ?? 'none');
    case 'fill':
    case 'write':
    case 'shuffle':
    case 'empty':
      return editDossier(workspace, kind, random, context);
    default: {
      const passage = passageAt(start, start + 1 + Math.floor(random() * 10), [name], textAtRandom(random));
      return addHighlight(workspace, passage, context);
    }
  }
}

/**
 * Gives one change after the other that can be made in the workspace it is asked about: highlights, notes, tags, the
 * codebook, dossiers, settings, and what Undo and Redo make of them. For one opening of one workspace: it remembers what it did.
 */
export function editsAtRandom(random: Random, newId: () => string): (workspace: Workspace) => Step {
  const done: Change[] = [];
  const undone: Change[] = [];
  return (workspace) => {
    const roll = random();
    const last = roll < 0.12 ? done.pop() : undefined;
    if (last) {
      undone.push(last);
      return { change: invertChange(last), action: 'undo' };
    }
    const again = roll < 0.2 ? undone.pop() : undefined;
    if (again) {
      done.push(again);
      return { change: again, action: 'redo' };
    }
    for (;;) {
      const made = tryEdit(workspace, random, { now: new Date().toISOString(), newId });
      if (!made.ok || made.value.patches.length === 0) continue;
      done.push(made.value);
      undone.length = 0;
      return { change: made.value, action: 'do' };
    }
  };
}
