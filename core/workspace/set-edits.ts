import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { StatementSet } from '../statements/own-statement.ts';
import { tagNameKey } from '../tags/tag.ts';
import type { Change, ChangeSummary } from './change.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** The longest name of a set, in UTF-16 units. */
const nameLimit = 100;

/** The name as it will be kept (NFC, single spaces), or what is wrong with it. `except` is the set that may have it. */
function checkName({ sets }: Workspace, name: string, except: string | null): Result<string> {
  const clean = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ');
  if (tagNameKey(clean) === '') return fail('invalid', say(/*i18n*/ 'A set needs a name: type at least one letter.'));
  if (clean.length > nameLimit)
    return fail(
      'invalid',
      say(/*i18n*/ 'The name has more than {limit} characters: shorten it.', { limit: nameLimit }),
    );
  const isTaken = Object.values(sets).some(
    (other) => other.id !== except && tagNameKey(other.name) === tagNameKey(clean),
  );
  if (isTaken)
    return fail('invalid', say(/*i18n*/ 'There is a set {name} already: choose another name.', { name: clean }));
  return succeed(clean);
}

function findSet({ sets }: Workspace, id: string): Result<StatementSet> {
  const found = Object.hasOwn(sets, id) ? sets[id] : undefined;
  return found
    ? succeed(found)
    : fail('not-found', say(/*i18n*/ 'There is no set {id}: it may have been deleted.', { id }));
}

function changeOf(
  kind: ChangeSummary['kind'],
  names: readonly string[],
  before: StatementSet | null,
  after: StatementSet | null,
): Change {
  const id = (after ?? before)?.id ?? '';
  return {
    summary: { kind, highlights: 0, tags: [], sets: [...names] },
    patches: [{ of: 'set', id, before, after }],
  };
}

/** The order that sets are listed in: by name, whatever its case. */
export function compareSets(a: StatementSet, b: StatementSet): number {
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}

/** Makes a set with these statements in it. */
export function createSet(
  workspace: Workspace,
  { name, statements }: Omit<StatementSet, 'id'>,
  { newId }: EditContext,
): Result<Change> {
  const checked = checkName(workspace, name, null);
  if (!checked.ok) return checked;
  const after = { id: newId(), name: checked.value, statements: [...new Set(statements)] };
  return succeed(changeOf('create-set', [after.name], null, after));
}

/** Gives a set another name. */
export function renameSet(workspace: Workspace, id: string, name: string): Result<Change> {
  const found = findSet(workspace, id);
  if (!found.ok) return found;
  const checked = checkName(workspace, name, id);
  if (!checked.ok) return checked;
  const before = found.value;
  const change = changeOf('rename-set', [before.name, checked.value], before, { ...before, name: checked.value });
  return succeed(checked.value === before.name ? { ...change, patches: [] } : change);
}

/** Puts statements into a set, or takes them out of it. */
export function changeSet(
  workspace: Workspace,
  id: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Result<Change> {
  const found = findSet(workspace, id);
  if (!found.ok) return found;
  const before = found.value;
  const gone = new Set(remove);
  const statements = [...new Set([...before.statements, ...add])].filter((statement) => !gone.has(statement));
  const change = changeOf('change-set', [before.name], before, { ...before, statements });
  const isSame = statements.join('\n') === before.statements.join('\n');
  return succeed(isSame ? { ...change, patches: [] } : change);
}

/** Deletes a set; its statements stay. */
export function deleteSet(workspace: Workspace, id: string): Result<Change> {
  const found = findSet(workspace, id);
  return found.ok ? succeed(changeOf('delete-set', [found.value.name], found.value, null)) : found;
}
