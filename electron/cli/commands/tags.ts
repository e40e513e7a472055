import { succeed } from '../../../core/result.ts';
import { inTreeOrder } from '../../../core/tags/tag-tree.ts';
import type { WorkspaceCommand } from '../command.ts';

/** `tags`: the tree of tags, and how many highlights have each itself; in JSON, `name` is the path. */
export const tags: WorkspaceCommand = {
  name: 'tags',
  synopsis: '',
  summary: 'The tags as a tree, and how many highlights have each.',
  options: [],
  operands: [0, 0],
  access: 'read',
  run: async (_service, session) => {
    const rows = inTreeOrder(session.tags).map(({ tag, depth, path }) => ({
      tag,
      depth,
      path,
      highlights: session.highlights.filter((highlight) => highlight.tags.includes(tag.id)).length,
    }));
    const json = rows.map(({ tag: { id, colour, shortcut, description }, path, highlights }) => ({
      id,
      name: path,
      colour,
      shortcut,
      description,
      highlights,
    }));
    const text = rows.map(({ tag, depth, highlights }) => `${'  '.repeat(depth)}${tag.name}  ${highlights}`);
    return succeed({ json, text: text.join('\n') });
  },
};
