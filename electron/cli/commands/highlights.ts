import { filterHighlights } from '../../../core/excerpts/filter-highlights.ts';
import { succeed } from '../../../core/result.ts';
import { chooseExcerpts } from '../choose-excerpts.ts';
import type { WorkspaceCommand } from '../command.ts';
import { highlightAsJson, highlightAsText } from '../describe-highlight.ts';
import { readAllExcerpts } from '../read-all-excerpts.ts';

/** `highlights`: the highlights of the workspace in reading order. */
export const highlights: WorkspaceCommand = {
  name: 'highlights',
  synopsis: '[--tag NAME]… [--statement ID]…',
  summary: 'The highlights, those with any of the tags or their sub-tags, in any of the statements.',
  options: ['tag', 'statement'],
  operands: [0, 0],
  access: 'read',
  run: async (service, session, { options }) => {
    const filter = chooseExcerpts(session, options);
    if (!filter.ok) return filter;
    const chosen = filterHighlights(session.highlights, filter.value, {
      summaries: session.statements,
      tags: session.tags,
    });
    const listed = await readAllExcerpts(service, chosen);
    if (!listed.ok) return listed;
    return succeed({ json: listed.value.map(highlightAsJson), text: listed.value.map(highlightAsText).join('\n\n') });
  },
};
