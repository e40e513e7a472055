import { z } from 'zod';
import { TagColour, TagShortcut } from '../tags/tag.ts';

const of = { id: z.string() };

/** One change of the codebook. Tags are ids, except in `create`. */
export const TagOperation = z.discriminatedUnion('do', [
  /** Creates the tag at `path`, as `detention/conditions`, and those above it that are missing. */
  z.object({ do: z.literal('create'), path: z.string() }),
  z.object({ do: z.literal('rename'), ...of, name: z.string() }),
  z.object({ do: z.literal('recolour'), ...of, colour: TagColour }),
  z.object({ do: z.literal('describe'), ...of, description: z.string() }),
  /** Gives the tag a digit, taking it from the tag that has it; `null` takes its digit away. */
  z.object({ do: z.literal('shortcut'), ...of, shortcut: TagShortcut.nullable() }),
  /** Puts the tag, with its sub-tags, under another; `null` for the top. */
  z.object({ do: z.literal('move'), ...of, parent: z.string().nullable() }),
  /** Puts `into` on the highlights of `from`, and the sub-tags of `from` under `into`; `from` goes. */
  z.object({ do: z.literal('merge'), from: z.string(), into: z.string() }),
  /** Deletes the tag with its sub-tags. Highlights stay, and lose these tags. */
  z.object({ do: z.literal('delete'), ...of }),
]);
export type TagOperation = z.infer<typeof TagOperation>;

/**
 * What a change of the codebook would touch. A tag is touched where it is created, changed or deleted, or its path
 * changes with that of the tag above it.
 */
export const TagChangePreview = z.object({
  /** How many highlights get other tags, or have a tag whose name, place or colour changes. */
  highlights: z.int().nonnegative(),
  /** How many of them are left without any tag. */
  untagged: z.int().nonnegative(),
  /** The paths of the tags that are touched, as they are now; those to be created, as they will be. */
  tags: z.array(z.string()),
  /** The ids of the statements that these highlights are in. */
  statements: z.array(z.string()),
});
export type TagChangePreview = z.infer<typeof TagChangePreview>;
