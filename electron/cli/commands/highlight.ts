import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Session } from '../../../core/session.ts';
import { pathOf } from '../../../core/tags/tag-tree.ts';
import { chooseQuote } from '../choose-quote.ts';
import type { WorkspaceCommand } from '../command.ts';
import { highlightAsJson, highlightAsText } from '../describe-highlight.ts';
import { findStatement } from '../find-statement.ts';
import { lookUpTag } from '../find-tag.ts';
import { checkCount } from '../read-count.ts';

function tagPaths({ tags }: Session, names: readonly string[]): Result<string[]> {
  const paths: string[] = [];
  for (const name of names) {
    const tag = lookUpTag(tags, name);
    if (!tag.ok) return tag;
    paths.push((tag.value && pathOf(tags, tag.value.id)) ?? name);
  }
  return succeed(paths);
}

/** `highlight ID --quote TEXT`: highlights a quotation, given as it stands or in other spaces, quotes, dashes or case. */
export const highlight: WorkspaceCommand = {
  name: 'highlight',
  synopsis: 'ID --quote TEXT [--nth N] [--tag NAME]… [--note TEXT]',
  summary: 'Highlights a quotation. Tags that do not exist are created, as detention/conditions under another.',
  options: ['quote', 'nth', 'tag', 'note'],
  operands: [1, 1],
  access: 'write',
  check: ({ options }) => {
    if (!options.quote?.trim()) return 'highlight needs --quote with the words to highlight.';
    return checkCount('nth', options.nth);
  },
  run: async (service, session, { operands: [name = ''], options }) => {
    const found = findStatement(session.statements, name);
    if (!found.ok) return found;
    const statement = found.value.id;
    const read = await service.call('readStatement', { statement });
    if (!read.ok) return read;
    const passage = chooseQuote(read.value, options);
    if (!passage.ok) return passage;
    const tags = tagPaths(session, options.tag ?? []);
    if (!tags.ok) return tags;
    const { sha256: text } = read.value;
    const change = { statement, passage: passage.value, text, tags: tags.value, note: options.note ?? '' };
    const added = await service.call('addHighlight', change);
    if (!added.ok) return added;
    const { highlights, save } = added.value;
    if (save.state === 'not-saved') return fail('not-saved', `The highlight was not saved: ${save.reason}`);
    const listed = await service.call('readExcerpts', { ids: highlights, context: 'none' });
    if (!listed.ok) return listed;
    const [excerpt] = listed.value;
    if (!excerpt) throw new Error(`The highlight just made in ${statement} is not among its highlights.`);
    return succeed({ json: highlightAsJson(excerpt), text: highlightAsText(excerpt) });
  },
};
