import { z } from 'zod';
import { fail, type Result, succeed } from '../result.ts';

/** Names of the tag colours. Each has a light and a dark form in the interface, told apart by colour-blind readers. */
export const TagColour = z.enum(['vermilion', 'ochre', 'green', 'violet', 'blue', 'pink', 'teal', 'slate']);
export type TagColour = z.infer<typeof TagColour>;

/** A code put on highlights. `shortcut` is the digit that puts it on, where it has one. */
export const Tag = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  colour: TagColour,
  shortcut: z.int().min(1).max(9).nullable(),
});
export type Tag = z.infer<typeof Tag>;

/** The tags of a new workspace. Their ids are fixed, so that two workspaces mean the same tag. */
export const initialTags: readonly Tag[] = [
  { id: '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e01', name: 'torture', colour: 'vermilion', shortcut: 1 },
  { id: '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e02', name: 'detention', colour: 'ochre', shortcut: 2 },
  { id: '5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e03', name: 'elections', colour: 'green', shortcut: 3 },
];

/** The longest tag name, in UTF-16 units. */
export const tagNameLimit = 100;

/** What two tag names are compared by: Unicode form, case and runs of white space make no difference. */
export function tagNameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('und');
}

/** The name as it will be kept (NFC, single spaces), or what is wrong with it. */
export function checkTagName(name: string): Result<string> {
  const clean = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (clean === '') return fail('invalid', 'A tag needs a name: type at least one letter.');
  if (/\p{Cc}/u.test(clean)) return fail('invalid', 'A tag name cannot hold control characters: leave them out.');
  if (clean.length > tagNameLimit) {
    return fail(
      'invalid',
      `A tag name has at most ${tagNameLimit} characters, and this one has ${clean.length}: shorten it.`,
    );
  }
  return succeed(clean);
}
