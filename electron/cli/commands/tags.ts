import { succeed } from '../../../core/result.ts';
import type { Command } from '../command.ts';

/** `tags`: the tags of the workspace and how many highlights have each. */
export const tags: Command = {
  name: 'tags',
  synopsis: '',
  summary: 'The tags, and how many highlights have each.',
  options: [],
  operands: [0, 0],
  access: 'read',
  run: async (_service, session) => {
    const rows = session.tags.map(({ id, name, colour, shortcut }) => ({
      id,
      name,
      colour,
      shortcut,
      highlights: session.highlights.filter((highlight) => highlight.tags.includes(id)).length,
    }));
    return succeed({ json: rows, text: rows.map(({ name, highlights }) => `${name}  ${highlights}`).join('\n') });
  },
};
