import type { Work } from '../../../../core/exchange/work.ts';
import type { Stamp } from '../../../../core/workspace/trace.ts';
import { isVersionField } from '../../../../core/workspace/traced-fields.ts';

interface AnyRecord {
  readonly lives: number;
  readonly since: Stamp;
  readonly fields: Readonly<Record<string, { readonly at: Stamp } | undefined>>;
  readonly tags?: Readonly<Record<string, { readonly at: Stamp }>>;
}

const kinds = ['highlights', 'tags', 'dossiers', 'searches', 'statements', 'sets'] as const;

function own<Item>(records: Readonly<Record<string, Item>>, id: string): Item | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}

/** Whether `mine` was written with, or after, all that is in `theirs`. */
function isAsLate(mine: AnyRecord | undefined, theirs: AnyRecord): boolean {
  if (!mine) return false;
  if (mine.lives !== theirs.lives) return mine.lives > theirs.lives;
  if (mine.since < theirs.since) return false;
  const areFields = Object.entries(theirs.fields).every(([field, written]) => {
    const known = own(mine.fields, field);
    // A field that is not there was not written later: its user keeps the note to themselves.
    return !written || (known ? known.at >= written.at : !isVersionField(field));
  });
  const areTags = Object.entries(theirs.tags ?? {}).every(([id, { at }]) => {
    const known = own(mine.tags ?? {}, id);
    return known !== undefined && known.at >= at;
  });
  return areFields && areTags;
}

/** Whether everything that `theirs` says is in `mine`, as it is there or written anew since: merging it would change nothing. */
export function hasAllOf(mine: Work, theirs: Work): boolean {
  return kinds.every((kind) => {
    const records: Readonly<Record<string, AnyRecord>> = mine[kind];
    return Object.entries<AnyRecord>(theirs[kind]).every(([id, record]) => isAsLate(own(records, id), record));
  });
}
