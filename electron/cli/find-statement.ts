import { fail, type Result, succeed } from '../../core/result.ts';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { hintNames } from './nearest-names.ts';

/** How many ids are named where several could be meant. */
const namedAtMost = 5;

const few = (ids: readonly string[]): string =>
  [...ids.slice(0, namedAtMost), ...(ids.length > namedAtMost ? ['…'] : [])].join(', ');

/** The statement that `name` means: by its id, the file name of one only, or the beginning of one id only. */
export function findStatement(statements: readonly StatementSummary[], name: string): Result<StatementSummary> {
  const exact = statements.find(({ id }) => id === name);
  if (exact) return succeed(exact);
  const [named, ...others] = statements.filter(({ file }) => file === name);
  if (named && others.length === 0) return succeed(named);
  if (named)
    return fail(
      'invalid',
      `“${name}” is the file of several statements: ${few([named, ...others].map(({ id }) => id))}.`,
    );
  const begun = name === '' ? [] : statements.filter(({ id }) => id.startsWith(name));
  const [only] = begun;
  if (only && begun.length === 1) return succeed(only);
  const ids = (begun.length > 1 ? begun : statements).map(({ id }) => id);
  if (begun.length > 1) return fail('invalid', `“${name}” begins more than one statement: ${few(ids)}.`);
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
