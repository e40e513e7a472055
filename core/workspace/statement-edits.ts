import type { Selector } from '../anchoring/selector.ts';
import { type Fault, fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { CatalogueFields, StructureHint } from '../statements/catalogue.ts';
import { currentVersion, type OwnStatement, type StatementVersion } from '../statements/own-statement.ts';
import type { Change, ChangeSummary, Patch } from './change.ts';
import type { EditContext } from './edit-context.ts';
import { deleteHighlights } from './edits.ts';
import { isSameData } from './is-same-data.ts';
import type { Workspace } from './workspace.ts';

/** What a statement is called in the history: its title, or its file where it has none. */
function titleIn(statement: OwnStatement): string {
  return statement.title.value ?? currentVersion(statement).original.name;
}

function changeOf(kind: ChangeSummary['kind'], about: readonly OwnStatement[], patches: readonly Patch[]): Change {
  const [first] = about;
  const highlights = patches.filter(({ of }) => of === 'highlight').length;
  return {
    summary: {
      kind,
      highlights,
      tags: [],
      ...(first && { statements: { count: about.length, first: titleIn(first) } }),
    },
    patches: [...patches],
  };
}

const missingStatement = (id: string): { ok: false; fault: Fault } =>
  fail('not-found', say(/*i18n*/ 'There is no imported statement {id}: it may have been removed.', { id }));

function ownOf({ statements }: Workspace, id: string): OwnStatement | null {
  return (Object.hasOwn(statements, id) ? statements[id] : undefined) ?? null;
}

function findAll(workspace: Workspace, ids: readonly string[]): Result<OwnStatement[]> {
  const found: OwnStatement[] = [];
  for (const id of new Set(ids)) {
    const statement = ownOf(workspace, id);
    if (!statement) return missingStatement(id);
    found.push(statement);
  }
  return succeed(found);
}

/** Takes statements into the workspace; those that are there already stay as they are. */
export function addStatements(workspace: Workspace, statements: readonly OwnStatement[]): Change {
  const fresh = [...new Map(statements.map((statement) => [statement.id, statement])).values()].filter(
    ({ id }) => !ownOf(workspace, id),
  );
  return changeOf(
    'add-statements',
    fresh,
    fresh.map((after) => ({ of: 'statement', id: after.id, before: null, after })),
  );
}

/** The patches that give highlights of the statement `id` the selectors in `carried`. */
function carry(
  { highlights }: Workspace,
  id: string,
  carried: ReadonlyMap<string, Selector>,
  modified: string,
): Patch[] {
  return [...carried].flatMap(([highlight, selector]): Patch[] => {
    const own = Object.hasOwn(highlights, highlight) ? highlights[highlight] : undefined;
    if (!own || own.statement !== id) return [];
    return [{ of: 'highlight', id: own.id, before: own, after: { ...own, selector, modified } }];
  });
}

/**
 * Puts a newer version in front of those that a statement has. `carried` are the selectors, in the text of the new version, of the
 * highlights whose words are certain there; all others keep theirs, and ask to be reviewed.
 */
export function updateStatement(
  workspace: Workspace,
  id: string,
  version: StatementVersion,
  carried: ReadonlyMap<string, Selector>,
  { now }: EditContext,
): Result<Change> {
  const before = ownOf(workspace, id);
  if (!before) return missingStatement(id);
  if (before.versions.some(({ original }) => original.sha256 === version.original.sha256)) {
    return fail('invalid', say(/*i18n*/ 'This very file is a version of the statement already.'));
  }
  const after: OwnStatement = { ...before, versions: [...before.versions, version], modified: now };
  const highlights = carry(workspace, id, carried, now);
  return succeed(changeOf('update-statement', [after], [{ of: 'statement', id, before, after }, ...highlights]));
}

/**
 * Puts another reading of the same original in the place of the newest version. `fields` are what the catalogue says otherwise then;
 * `carried` as for `updateStatement`.
 */
export function rereadStatement(
  workspace: Workspace,
  id: string,
  { version, fields }: { readonly version: StatementVersion; readonly fields: Partial<CatalogueFields> },
  carried: ReadonlyMap<string, Selector>,
  { now }: EditContext,
): Result<Change> {
  const before = ownOf(workspace, id);
  if (!before) return missingStatement(id);
  if (currentVersion(before).original.sha256 !== version.original.sha256) {
    return fail('invalid', say(/*i18n*/ 'The statement has another version now: try again.'));
  }
  const read: OwnStatement = { ...before, ...fields, versions: [...before.versions.slice(0, -1), version] };
  if (isSameData(before, read)) return succeed(changeOf('reread-statement', [before], []));
  const after = { ...read, modified: now };
  const highlights = carry(workspace, id, carried, now);
  return succeed(changeOf('reread-statement', [after], [{ of: 'statement', id, before, after }, ...highlights]));
}

/** Fields of the catalogue that become others; one that is not given stays. */
type GivenFields = { readonly [Name in keyof CatalogueFields]?: CatalogueFields[Name] | undefined };

/** Changes what the catalogue says of statements, of each its own fields. */
export function editCatalogueOf(
  workspace: Workspace,
  changes: readonly { readonly id: string; readonly fields: GivenFields }[],
  { now }: EditContext,
): Result<Change> {
  const found = findAll(
    workspace,
    changes.map(({ id }) => id),
  );
  if (!found.ok) return found;
  const fieldsOf = new Map(changes.map(({ id, fields }) => [id, fields]));
  const changed = found.value.flatMap((before): { before: OwnStatement; after: OwnStatement }[] => {
    // What is not given does not become empty.
    const given = Object.entries(fieldsOf.get(before.id) ?? {}).filter(([, value]) => value !== undefined);
    const after: OwnStatement = { ...before, ...Object.fromEntries(given) };
    return isSameData(before, after) ? [] : [{ before, after: { ...after, modified: now } }];
  });
  return succeed(
    changeOf(
      'edit-catalogue',
      changed.map(({ after }) => after),
      changed.map(({ before, after }) => ({ of: 'statement', id: before.id, before, after })),
    ),
  );
}

/** Changes what the catalogue says of statements: the fields in `fields`, of each of them. */
export function editCatalogue(
  workspace: Workspace,
  ids: readonly string[],
  fields: GivenFields,
  context: EditContext,
): Result<Change> {
  const changes = ids.map((id) => ({ id, fields }));
  return editCatalogueOf(workspace, changes, context);
}

/** Replaces what its user has put right in the structure of the newest version. */
export function correctStructure(
  workspace: Workspace,
  id: string,
  corrections: readonly StructureHint[],
  { now }: EditContext,
): Result<Change> {
  const before = ownOf(workspace, id);
  if (!before) return missingStatement(id);
  const version = currentVersion(before);
  if (isSameData(version.corrections, corrections)) return succeed(changeOf('correct-structure', [before], []));
  const versions = [...before.versions.slice(0, -1), { ...version, corrections: [...corrections] }];
  const after = { ...before, versions, modified: now };
  return succeed(changeOf('correct-structure', [after], [{ of: 'statement', id, before, after }]));
}

/** Removes statements with their highlights, and from the sets that they are in. */
export function removeStatements(workspace: Workspace, ids: readonly string[], context: EditContext): Result<Change> {
  const found = findAll(workspace, ids);
  if (!found.ok) return found;
  const gone = new Set(found.value.map(({ id }) => id));
  const highlights = Object.values(workspace.highlights).flatMap(({ id, statement }) =>
    gone.has(statement) ? id : [],
  );
  const deleted = highlights.length === 0 ? null : deleteHighlights(workspace, highlights, context);
  if (deleted && !deleted.ok) return deleted;
  const sets = Object.values(workspace.sets).flatMap((before): Patch[] => {
    const statements = before.statements.filter((id) => !gone.has(id));
    if (statements.length === before.statements.length) return [];
    return [{ of: 'set', id: before.id, before, after: { ...before, statements } }];
  });
  return succeed(
    changeOf('remove-statements', found.value, [
      ...(deleted?.value.patches ?? []),
      ...sets,
      ...found.value.map((before): Patch => ({ of: 'statement', id: before.id, before, after: null })),
    ]),
  );
}
