import { type ExcerptFilter, everyExcerpt } from '../../core/excerpts/excerpt-filter.ts';
import { TagMatch } from '../../core/highlights/filter-by-tags.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Session } from '../../core/session.ts';
import type { CommandOptions } from './command.ts';
import { findStatements } from './find-statement.ts';
import { findTag } from './find-tag.ts';

/**
 * The choice that `--tag`, `--match` and `--statement` make: highlights with any (or all, or none) of the tags or their
 * sub-tags, in any of the statements. All highlights, untagged ones too, where no tag is named. Fails on a tag or statement that does not exist,
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
  if (!ids.ok) return ids;
  const match = TagMatch.safeParse(options.match ?? 'any');
  if (!match.success)
    return fail('invalid', `--match takes ${TagMatch.options.join(', ')}, and not “${options.match}”.`);
  return succeed({ ...everyExcerpt, tags: chosen, match: match.data, statements: ids.value });
}
