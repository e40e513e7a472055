import fc from 'fast-check';
import { DossierOperation } from '../../../core/dossiers/dossier-operation.ts';
import type { Result } from '../../../core/result.ts';
import { applyChange, type Change } from '../../../core/workspace/change.ts';
import { changeTag } from '../../../core/workspace/change-tag.ts';
import { changeDossier, createDossier, deleteDossier } from '../../../core/workspace/dossier-edits.ts';
import type { EditContext } from '../../../core/workspace/edit-context.ts';
import { addHighlight, deleteHighlights, editHighlight } from '../../../core/workspace/edits.ts';
import { TagOperation } from '../../../core/workspace/tag-operation.ts';
import type { Workspace } from '../../../core/workspace/workspace.ts';
import { changeOfLibrary, type LibraryKind, libraryKinds } from './library-steps.ts';
import { passageAt } from './small-workspace.ts';

type DossierStep = DossierOperation['kind'] | 'start dossier' | 'drop dossier';

/** One edit; `at` and `to` choose among the records that there are when its turn comes. */
export interface Step {
  readonly kind: TagOperation['do'] | 'add' | 'tag' | 'note' | 'hide' | 'erase' | DossierStep | LibraryKind;
  readonly at: number;
  readonly to: number;
  readonly names: readonly string[];
}

const names = [
  'torture',
  'TORTURE',
  'détention',
  'de\u0301tention',
  'new one',
  'другое',
  '__proto__',
  'constructor',
  ' ',
];

/** Sequences of edits, among them ones that are refused. */
export const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      ...(['create', 'rename', 'recolour', 'describe', 'shortcut', 'move', 'merge', 'delete'] as const),
      ...(['create', 'create', 'move', 'merge', 'add', 'add', 'add', 'tag', 'note', 'hide', 'erase'] as const),
      ...(['start dossier', 'start dossier', 'drop dossier', 'add-excerpts', 'add-excerpts', 'add-heading'] as const),
      ...(['add-text', 'edit', 'omit', 'omit', 'move', 'move', 'remove'] as const),
      ...libraryKinds,
      ...(['import', 'import', 'catalogue', 'gather'] as const),
    ),
    at: fc.nat(40),
    to: fc.nat(40),
    names: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 45, size: 'max' },
);

const pick = (ids: readonly string[], at: number): string => ids[at % Math.max(1, ids.length)] ?? 'none';

/** The change of the codebook that a step stands for; `null` where it is about highlights. */
export function operationFor(
  workspace: Workspace,
  { kind, at, to, names: [name = '', ...more] }: Step,
): TagOperation | null {
  const ids = Object.keys(workspace.tags);
  const [id, other] = [pick(ids, at), pick(ids, to)];
  const candidate = {
    do: kind,
    id,
    path: [name, ...more].join('/'),
    name,
    colour: 'pink',
    description: name,
    shortcut: to % 10 || null,
    parent: to % 5 === 0 ? null : other,
    from: id,
    into: other,
  };
  const parsed = TagOperation.safeParse(candidate);
  return parsed.success ? parsed.data : null;
}

function omitLevel<Candidate extends { readonly level: number }>({ level: _level, ...rest }: Candidate) {
  return rest;
}

/** The change of a dossier that a step stands for; `null` where it is about something else. */
function changeOfDossier(workspace: Workspace, step: Step, context: EditContext): Result<Change> | null {
  const { kind, at, to, names: words } = step;
  const id = pick(Object.keys(workspace.dossiers), at);
  const marked = [at, to].map((place) => pick(Object.keys(workspace.highlights), place));
  const text = words.join(' ');
  if (kind === 'start dossier') return createDossier(workspace, { name: text, highlights: marked }, context);
  if (kind === 'drop dossier') return deleteDossier(workspace, id);
  const items = workspace.dossiers[id]?.items ?? [];
  const item = pick(
    items.map((one) => one.id),
    to,
  );
  const excerpt = items.find((one) => one.id === item);
  const quote = excerpt?.kind === 'excerpt' ? (workspace.highlights[excerpt.highlight]?.selector.quote ?? '') : '';
  const start = at % 4;
  const candidate = {
    kind: kind === 'rename' ? null : kind,
    name: text,
    highlights: marked,
    at: to,
    level: at % 5,
    text,
    item,
    omissions: to % 3 === 0 ? [] : [{ start, end: start + 1, words: quote.slice(start, start + 1) }],
    items: [
      item,
      pick(
        items.map((one) => one.id),
        at,
      ),
    ],
  };
  const parsed = DossierOperation.safeParse(kind === 'edit' && at % 2 === 0 ? omitLevel(candidate) : candidate);
  return parsed.success ? changeDossier(workspace, id, parsed.data, context) : null;
}

/** The change that a step makes of `workspace`. */
export function make(workspace: Workspace, step: Step, context: EditContext): Result<Change> {
  const operation = operationFor(workspace, step);
  if (operation) return changeTag(workspace, operation, context);
  const ofDossier = changeOfDossier(workspace, step, context);
  if (ofDossier) return ofDossier;
  const ofLibrary = changeOfLibrary(workspace, step, context);
  if (ofLibrary) return ofLibrary;
  const { kind, at, names: paths } = step;
  const id = pick(Object.keys(workspace.highlights), at);
  if (kind === 'add') {
    const passage = passageAt(at, at + 5, [paths.join('/'), ...paths]);
    // Some of them in a statement of one’s own, where there is one.
    const statement =
      step.to % 3 === 0 ? (Object.keys(workspace.statements)[0] ?? passage.statement) : passage.statement;
    return addHighlight(workspace, { ...passage, statement }, context);
  }
  if (kind === 'tag') return editHighlight(workspace, id, { tags: paths }, context);
  if (kind === 'note') return editHighlight(workspace, id, { note: paths.join() }, context);
  if (kind === 'hide') return editHighlight(workspace, id, { isNotePrivate: at % 2 === 0 }, context);
  return deleteHighlights(workspace, [id], context);
}

/** The workspace after the steps that can be made. */
export function walk(workspace: Workspace, sequence: readonly Step[], context: EditContext): Workspace {
  return sequence.reduce((state, step) => {
    const made = make(state, step, context);
    return made.ok ? applyChange(state, made.value) : state;
  }, workspace);
}
