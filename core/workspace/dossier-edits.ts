import { type Dossier, type DossierItem, dossierItemLimit } from '../dossiers/dossier.ts';
import { checkDossierName, dossierNameKey } from '../dossiers/dossier-name.ts';
import type { DossierOperation } from '../dossiers/dossier-operation.ts';
import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { Change, ChangeSummary } from './change.ts';
import { changeItems, makeExcerpts } from './dossier-items.ts';
import type { EditContext } from './edit-context.ts';
import { isSameData } from './is-same-data.ts';
import type { Workspace } from './workspace.ts';

/** What to put in a new dossier: excerpts of `highlights`, in this order. */
export interface NewDossier {
  readonly name: string;
  readonly highlights: readonly string[];
}

function find({ dossiers }: Workspace, id: string): Dossier | null {
  return (Object.hasOwn(dossiers, id) ? dossiers[id] : undefined) ?? null;
}

function missingDossier(id: string): ReturnType<typeof fail> {
  return fail('not-found', say(/*i18n*/ 'There is no dossier {id}: it may have been deleted.', { id }));
}

/** The name as it can be kept, or why a dossier other than `self` stands in its way or it is none. */
function freeName({ dossiers }: Workspace, name: string, self: string | null): Result<string> {
  const checked = checkDossierName(name);
  if (!checked.ok) return checked;
  const key = dossierNameKey(checked.value);
  const twin = Object.values(dossiers).find((other) => other.id !== self && dossierNameKey(other.name) === key);
  if (!twin) return checked;
  return fail(
    'invalid',
    say(/*i18n*/ 'There is a dossier “{name}” already: choose another name.', { name: twin.name }),
  );
}

const countExcerpts = (items: readonly DossierItem[]): number => items.filter(({ kind }) => kind === 'excerpt').length;

function summaryOf(kind: ChangeSummary['kind'], highlights: number, ...dossiers: readonly string[]): ChangeSummary {
  return { kind, highlights, tags: [], dossiers: [...dossiers] };
}

/** The change of one dossier's record, with no patches where nothing would be different. */
function replaceDossier(before: Dossier, after: Dossier, summary: ChangeSummary): Change {
  const isSame = before.name === after.name && isSameData(before.items, after.items);
  return { summary, patches: isSame ? [] : [{ of: 'dossier', id: before.id, before, after }] };
}

/** Starts a dossier under a name that no other has, whatever its case or Unicode form. */
export function createDossier(workspace: Workspace, input: NewDossier, context: EditContext): Result<Change> {
  const name = freeName(workspace, input.name, null);
  if (!name.ok) return name;
  const items = makeExcerpts(workspace, input.highlights, context);
  if (!items.ok) return items;
  if (items.value.length > dossierItemLimit) return tooMany(items.value.length);
  const { now } = context;
  const dossier: Dossier = {
    id: context.newId(),
    name: name.value,
    items: items.value,
    created: now,
    modified: now,
  };
  return succeed({
    summary: summaryOf('create-dossier', items.value.length, dossier.name),
    patches: [{ of: 'dossier', id: dossier.id, before: null, after: dossier }],
  });
}

function tooMany(count: number): ReturnType<typeof fail> {
  return fail(
    'invalid',
    say(/*i18n*/ 'A dossier has at most {limit} items, and this one would have {count}: put some in another dossier.', {
      limit: dossierItemLimit,
      count,
    }),
  );
}

const kinds = {
  'add-excerpts': 'add-to-dossier',
  'add-heading': 'add-to-dossier',
  'add-text': 'add-to-dossier',
  edit: 'edit-dossier',
  omit: 'omit-in-dossier',
  move: 'move-in-dossier',
  remove: 'remove-from-dossier',
} as const satisfies Record<string, ChangeSummary['kind']>;

/** The change that `operation` makes of the dossier `id`, or why it cannot be made. No patches where nothing would be different. */
export function changeDossier(
  workspace: Workspace,
  id: string,
  operation: DossierOperation,
  context: EditContext,
): Result<Change> {
  const before = find(workspace, id);
  if (!before) return missingDossier(id);
  const { now } = context;
  if (operation.kind === 'rename') {
    const name = freeName(workspace, operation.name, id);
    if (!name.ok) return name;
    const summary = summaryOf('rename-dossier', 0, before.name, name.value);
    return succeed(replaceDossier(before, { ...before, name: name.value, modified: now }, summary));
  }
  const changed = changeItems(workspace, before, operation, context);
  if (!changed.ok) return changed;
  const { items, touched } = changed.value;
  if (items.length > Math.max(before.items.length, dossierItemLimit)) return tooMany(items.length);
  const summary = summaryOf(kinds[operation.kind], countExcerpts(touched), before.name);
  return succeed(replaceDossier(before, { ...before, items: [...items], modified: now }, summary));
}

/** Deletes a dossier. Its highlights stay. */
export function deleteDossier(workspace: Workspace, id: string): Result<Change> {
  const before = find(workspace, id);
  if (!before) return missingDossier(id);
  return succeed({
    summary: summaryOf('delete-dossier', countExcerpts(before.items), before.name),
    patches: [{ of: 'dossier', id, before, after: null }],
  });
}
