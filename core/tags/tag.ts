import { z } from 'zod';
import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';

/** Names of the tag colours. Each has a light and a dark form in the interface, told apart by colour-blind readers. */
export const TagColour = z.enum(['vermilion', 'ochre', 'green', 'violet', 'blue', 'pink', 'teal', 'slate']);
export type TagColour = z.infer<typeof TagColour>;

/** The longest description of a tag, in UTF-16 units. */
export const tagDescriptionLimit = 10_000;

/** The digit that puts a tag on highlights. */
export const TagShortcut = z.int().min(1).max(9);

/**
 * A code put on highlights. `parent` is the id of the tag it lies under, `null` at the top; names are unique among the
 * tags of one parent. `description` says what the tag is for, and `shortcut` is the digit that puts it on, each where
 * there is one.
 */
export const Tag = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  parent: z.string().nullable(),
  colour: TagColour,
  shortcut: TagShortcut.nullable(),
  description: z.string(),
});
export type Tag = z.infer<typeof Tag>;

function initialTag(at: number, name: string, colour: TagColour): Tag {
  const id = `5b0b8c52-6f0c-4f5c-9d59-1f6f0a7a1e0${at}`;
  return { id, name, parent: null, colour, shortcut: at, description: '' };
}

/** The tags of a new workspace. Their ids are fixed, so that two workspaces mean the same tag. */
export const initialTags: readonly Tag[] = [
  initialTag(1, 'torture', 'vermilion'),
  initialTag(2, 'detention', 'ochre'),
  initialTag(3, 'elections', 'green'),
];

/** The longest tag name, in UTF-16 units. */
export const tagNameLimit = 100;

/**
 * What two tag names are compared by: Unicode form, case, runs of white space and characters that cannot be seen make no
 * difference.
 */
export function tagNameKey(name: string): string {
  const folded = name.normalize('NFKC').toLocaleLowerCase('und').replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  return folded
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ');
}

/** The name as it will be kept (NFC, single spaces), or what is wrong with it. */
export function checkTagName(name: string): Result<string> {
  const clean = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (tagNameKey(clean) === '') return fail('invalid', say(/*i18n*/ 'A tag needs a name: type at least one letter.'));
  if (/[\p{Cc}\p{Cs}]/u.test(clean)) {
    return fail('invalid', say(/*i18n*/ 'A tag name cannot hold control characters or broken ones: leave them out.'));
  }
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(clean)) {
    return fail(
      'invalid',
      say(/*i18n*/ 'A tag name cannot hold marks that turn the direction of writing: leave them out.'),
    );
  }
  if (clean.includes('/')) {
    return fail(
      'invalid',
      say(/*i18n*/ 'A tag name cannot hold “/”, which stands between a tag and its sub-tags: leave it out.'),
    );
  }
  if (clean.length > tagNameLimit) {
    return fail(
      'invalid',
      say(/*i18n*/ 'A tag name has at most {limit} characters, and this one has {length}: shorten it.', {
        limit: tagNameLimit,
        length: clean.length,
      }),
    );
  }
  return succeed(clean);
}

/** The description as it will be kept, or a sentence about its length. */
export function checkTagDescription(description: string): Result<string> {
  const { length } = description;
  if (length <= tagDescriptionLimit) return succeed(description);
  return fail(
    'invalid',
    say(/*i18n*/ 'The description of a tag has at most {limit} characters, and this one has {length}: shorten it.', {
      limit: tagDescriptionLimit,
      length,
    }),
  );
}
