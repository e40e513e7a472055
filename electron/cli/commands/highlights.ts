import { succeed } from '../../../core/result.ts';
import { chooseExcerpts } from '../choose-excerpts.ts';
import type { Command } from '../command.ts';
import { highlightAsJson, highlightAsText } from '../describe-highlight.ts';

/** `highlights`: the highlights of the workspace in reading order. */
export const highlights: Command = {
  name: 'highlights',
  synopsis: '[--tag NAME]… [--statement ID]…',
  summary: 'The highlights, those with any of the tags or their sub-tags, in any of the statements.',
  options: ['tag', 'statement'],
  operands: [0, 0],
  access: 'read',
  run: async (service, session, { options }) => {
    const filter = chooseExcerpts(session, options);
    if (!filter.ok) return filter;
    const listed = await service.call('listExcerpts', { filter: filter.value, context: 'none' });
    if (!listed.ok) return listed;
    return succeed({ json: listed.value.map(highlightAsJson), text: listed.value.map(highlightAsText).join('\n\n') });
  },
};
