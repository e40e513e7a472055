import { type Sentence, say } from '../../sentence.ts';
import { tagNameKey } from '../../tags/tag.ts';
import { tagIdOf } from '../../tags/tag-id.ts';
import { checkTagPath, inTreeOrder } from '../../tags/tag-tree.ts';
import { usableTagName } from '../../workspace/repair-workspace.ts';
import { firstWords } from '../first-words.ts';
import { foldTags } from '../fold-tags.ts';
import type { TagRecord, Work } from '../work.ts';

/** The tags of a file, with those that it has by their paths only. */
export interface IncomingTags {
  /** The id of the tag at `path`, which is made where the file has none; with a sentence where it is called otherwise now. */
  at(path: string): { readonly id: string; readonly change: Sentence | null };
  /** Sees to it that there is a tag with this id, called as `path` says where there is none. */
  keep(id: string, path: string): void;
  /** All of them, by their ids. */
  readonly records: ReadonlyMap<string, TagRecord>;
}

const keyOf = (names: readonly string[]): string => names.map(tagNameKey).join('/');

/** Starts with the tags that the file describes. */
export function incomingTags(described: ReadonlyMap<string, TagRecord>): IncomingTags {
  const records = new Map(described);
  const folded: Work['tags'] = Object.fromEntries(described);
  const ids = new Map(
    inTreeOrder([...foldTags(folded).values()]).map(({ tag, path }) => [keyOf(path.split('/')), tag.id] as const),
  );
  const add = (id: string, name: string, parent: string | null): void => {
    records.set(id, {
      lives: 1,
      since: '',
      fields: { name: { value: name, at: '' }, parent: { value: parent, at: '' } },
    });
  };
  const idOf = (names: readonly string[]): string | null => {
    let parent: string | null = null;
    for (const [depth, name] of names.entries()) {
      const key = keyOf(names.slice(0, depth + 1));
      const id: string = ids.get(key) ?? tagIdOf(parent, name);
      if (!records.has(id)) add(id, name, parent);
      ids.set(key, id);
      parent = id;
    }
    return parent;
  };
  const namesOf = (path: string): { readonly names: readonly string[]; readonly change: Sentence | null } => {
    const checked = checkTagPath(path);
    if (checked.ok) return { names: checked.value, change: null };
    const name = usableTagName(path);
    const before = firstWords(path);
    const change = say(/*i18n*/ 'Its tag “{before}” cannot be called so in Attest: it is “{name}” now.', {
      before,
      name,
    });
    return { names: [name], change };
  };
  return {
    records,
    at: (path) => {
      const { names, change } = namesOf(path);
      return { id: idOf(names) ?? '', change };
    },
    keep: (id, path) => {
      if (records.has(id)) return;
      const { names } = namesOf(path);
      add(id, names.at(-1) ?? '', idOf(names.slice(0, -1)));
      ids.set(keyOf(names), id);
    },
  };
}
