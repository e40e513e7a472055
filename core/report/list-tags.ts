import type { PlacedHighlight } from '../highlights/highlight.ts';
import type { Tag } from '../tags/tag.ts';
import { inTreeOrder } from '../tags/tag-tree.ts';
import type { ReportTag } from './report.ts';
import type { Withholder } from './withhold-names.ts';

/**
 * The tags that stand in a report of `highlights`, in the order of the tree. Each highlight counts once for a tag,
 * however often it is quoted. Tags whose paths are the same without the names are one.
 */
export function listTags(
  highlights: readonly PlacedHighlight[],
  tags: readonly Tag[],
  { apply }: Withholder,
): ReportTag[] {
  const users = new Map<string, Set<string>>();
  for (const { id, tags: ids } of highlights) {
    for (const tag of ids) users.set(tag, (users.get(tag) ?? new Set()).add(id));
  }
  const listed = new Map<string, { descriptions: string[]; users: Set<string> }>();
  const add = (path: string, description: string, of: ReadonlySet<string>): void => {
    const known = listed.get(apply(path)) ?? { descriptions: [], users: new Set() };
    listed.set(apply(path), {
      descriptions: description === '' ? known.descriptions : [...known.descriptions, apply(description)],
      users: new Set([...known.users, ...of]),
    });
  };
  for (const { tag, path } of inTreeOrder(tags)) {
    const of = users.get(tag.id);
    if (of) add(path, tag.description, of);
    users.delete(tag.id);
  }
  // What the codebook does not know is listed by its id, as it is in the excerpts.
  for (const [id, of] of users) add(id, '', of);
  return [...listed].map(([path, { descriptions, users: of }]) => ({
    path,
    description: descriptions.join('\n\n'),
    count: of.size,
  }));
}
