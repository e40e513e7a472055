import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { Change } from './change.ts';
import type { EditContext } from './edit-context.ts';
import type { SavedSearch } from './saved-search.ts';
import type { Workspace } from './workspace.ts';

/** The longest name and the longest query of a saved search, in UTF-16 units. */
const nameLimit = 100;
const queryLimit = 10_000;

/** Keeps a search under a name, in place of the one with this name. */
export function saveSearch(
  { searches }: Workspace,
  search: Omit<SavedSearch, 'id'>,
  { newId }: EditContext,
): Result<Change> {
  const name = search.name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (name === '') return fail('invalid', say(/*i18n*/ 'A saved search needs a name: type at least one letter.'));
  if (name.length > nameLimit)
    return fail(
      'invalid',
      say(/*i18n*/ 'The name has more than {limit} characters: shorten it.', { limit: nameLimit }),
    );
  if (search.query.trim() === '')
    return fail('invalid', say(/*i18n*/ 'There is nothing to save: type what to search for first.'));
  if (search.query.length > queryLimit) {
    return fail(
      'invalid',
      say(/*i18n*/ 'The search has more than {limit} characters: shorten it.', { limit: queryLimit }),
    );
  }
  const before = Object.values(searches).find((other) => other.name.toLowerCase() === name.toLowerCase()) ?? null;
  const after: SavedSearch = { ...search, name, id: before?.id ?? newId() };
  const isSame =
    before !== null && before.name === name && before.query === after.query && before.spellings === after.spellings;
  return succeed({
    summary: { kind: 'save-search', highlights: 0, tags: [] },
    patches: isSame ? [] : [{ of: 'search', id: after.id, before, after }],
  });
}

/** Forgets a saved search. */
export function forgetSearch({ searches }: Workspace, id: string): Result<Change> {
  const before = Object.hasOwn(searches, id) ? searches[id] : undefined;
  if (!before)
    return fail('not-found', say(/*i18n*/ 'There is no saved search {id}: it may have been removed.', { id }));
  return succeed({
    summary: { kind: 'forget-search', highlights: 0, tags: [] },
    patches: [{ of: 'search', id, before, after: null }],
  });
}
