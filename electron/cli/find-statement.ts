import { fail, type Result, succeed } from '../../core/result.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { hintNames } from './nearest-names.ts';

/** The statement that `name` means: by its id, its file name, or the beginning of one id only. */
export function findStatement(statements: readonly StatementSummary[], name: string): Result<StatementSummary> {
  const exact = statements.find(({ id, file }) => id === name || file === name);
  if (exact) return succeed(exact);
  const begun = name === '' ? [] : statements.filter(({ id }) => id.startsWith(name));
  const [only] = begun;
  if (only && begun.length === 1) return succeed(only);
  const ids = (begun.length > 1 ? begun : statements).map(({ id }) => id);
  if (begun.length > 1) return fail('invalid', `“${name}” begins more than one statement: ${ids.join(', ')}.`);
  return fail('not-found', `There is no statement “${name}”. ${hintNames(name, ids, 'statements')}`);
}

/** The ids of the statements that `names` mean, or the first that is not to be found. */
export function findStatements(statements: readonly StatementSummary[], names: readonly string[]): Result<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const found = findStatement(statements, name);
    if (!found.ok) return found;
    ids.push(found.value.id);
  }
  return succeed(ids);
}
