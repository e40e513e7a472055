import type { ExcerptFilter } from '../../core/export/excerpt.ts';
import type { Session } from '../../core/ipc-contract.ts';
import { type Result, succeed } from '../../core/result.ts';
import type { CommandOptions } from './command.ts';
import { findStatements } from './find-statement.ts';
import { findTag } from './find-tag.ts';

/**
 * The choice that `--tag` and `--statement` make: highlights with any of the tags or their sub-tags, in any of the
 * statements. All highlights, untagged ones too, where no tag is named. Fails on a tag or statement that does not exist,
 * with a hint.
 */
export function chooseExcerpts({ tags, statements }: Session, options: CommandOptions): Result<ExcerptFilter> {
  const chosen: string[] = [];
  for (const name of options.tag ?? []) {
    const tag = findTag(tags, name);
    if (!tag.ok) return tag;
    chosen.push(tag.value.id);
  }
  const ids = findStatements(statements, options.statement ?? []);
  return ids.ok ? succeed({ tags: chosen, match: 'any', untagged: false, statements: ids.value }) : ids;
}
