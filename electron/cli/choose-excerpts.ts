import type { ExcerptFilter } from '../../core/export/excerpt.ts';
import type { Session } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { tagNameKey } from '../../core/tags/tag.ts';
import type { CommandOptions } from './command.ts';
import { findStatements } from './find-statement.ts';
import { hintNames } from './nearest-names.ts';

/**
 * The choice that `--tag` and `--statement` make: highlights with any of the tags, in any of the statements. All
 * highlights, untagged ones too, where no tag is named. Fails on a tag or statement that does not exist, with a hint.
 */
export function chooseExcerpts({ tags, statements }: Session, options: CommandOptions): Result<ExcerptFilter> {
  const chosen: string[] = [];
  for (const name of options.tag ?? []) {
    const tag = tags.find((candidate) => tagNameKey(candidate.name) === tagNameKey(name));
    const names = tags.map((candidate) => candidate.name);
    if (!tag) return fail('not-found', `There is no tag “${name}”. ${hintNames(name, names, 'tags')}`);
    chosen.push(tag.id);
  }
  const ids = findStatements(statements, options.statement ?? []);
  return ids.ok ? succeed({ tags: chosen, untagged: false, statements: ids.value }) : ids;
}
