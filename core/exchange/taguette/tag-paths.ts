import { say } from '../../sentence.ts';
import {
  checkTagDescription,
  checkTagName,
  type Tag,
  tagDescriptionLimit,
  tagNameKey,
  tagNameLimit,
} from '../../tags/tag.ts';
import { tagIdOf } from '../../tags/tag-id.ts';
import { tagDepthLimit } from '../../tags/tag-tree.ts';
import { stableId } from '../../text/stable-id.ts';
import type { Stamp } from '../../workspace/trace.ts';
import { firstWords } from '../first-words.ts';
import type { ReportLine } from '../incoming.ts';
import { importLimits } from '../limits.ts';
import type { TagRecord } from '../work.ts';

/** A tag as another program writes it: `names` are those above it and its own, from the top down. */
export interface ForeignTag {
  readonly names: readonly string[];
  readonly description: string;
  readonly at: Stamp;
}

/** Records of tags that grow by what is put into them, and what there is to say of it. */
export interface TagCollector {
  /** Puts a tag in, with those above it, and gives its id; `null` where it cannot be a tag, of which there is a line then. */
  readonly add: (tag: ForeignTag) => Tag['id'] | null;
  readonly records: () => Record<string, TagRecord>;
  readonly lines: readonly ReportLine[];
}

const unfitting = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The name as we can keep it; `null` where nothing of it can be kept. */
function fitName(name: string): string | null {
  const checked = checkTagName(name);
  if (checked.ok) return checked.value;
  const fitting = name
    .replace(/[\t\r\n]+/gu, ' ')
    .replace(unfitting, '')
    .replaceAll('/', '∕')
    .slice(0, tagNameLimit);
  const again = checkTagName(fitting.replace(/[\ud800-\udbff]$/u, ''));
  return again.ok ? again.value : null;
}

/** The names of a path as levels of ours, and whether they are those that were written. */
function fitNames(names: readonly string[]): { readonly names: readonly string[]; readonly isSame: boolean } | null {
  const levels =
    names.length > tagDepthLimit
      ? [...names.slice(0, tagDepthLimit - 1), names.slice(tagDepthLimit - 1).join(' – ')]
      : names;
  const fitted: string[] = [];
  for (const name of levels) {
    const fit = fitName(name);
    if (fit === null) return null;
    fitted.push(fit);
  }
  const isSame =
    fitted.length === names.length && fitted.every((name, at) => tagNameKey(name) === tagNameKey(names[at] ?? ''));
  return { names: fitted, isSame };
}

/** How the tag `name` under `parent` is called: as one's own of that path, else as everybody's who makes it. */
function idsAmong(own: readonly Tag[]): (parent: string | null, name: string) => string {
  const keyOf = (parent: string | null, name: string): string => `${parent ?? ''}\n${tagNameKey(name)}`;
  const byPath = new Map(own.map((tag) => [keyOf(tag.parent, tag.name), tag.id]));
  const taken = new Set(own.map(({ id }) => id));
  return (parent, name) => {
    const known = byPath.get(keyOf(parent, name));
    if (known !== undefined) return known;
    const id = tagIdOf(parent, name);
    // One's own tag that was called so before it was renamed or moved is another now.
    return taken.has(id) ? stableId('attest:imported-tag', keyOf(parent, name)) : id;
  };
}

/**
 * Begins an empty collection of tags. Tags of one path are one tag, also with one's `own`, and of it the first description counts. Names
 * are written before all else, so that an import renames nothing.
 */
export function collectTags(own: readonly Tag[]): TagCollector {
  const records = new Map<string, TagRecord>();
  const ids = idsAmong(own);
  const ownTags = new Map(own.map((tag) => [tag.id, tag]));
  const lines: ReportLine[] = [];
  const put = (id: string, name: string, parent: string | null, at: Stamp, description: string): void => {
    const known = records.get(id);
    if (known && (description === '' || (known.fields.description?.value ?? '') !== '')) return;
    records.set(id, {
      lives: 1,
      since: '',
      fields: {
        name: { value: ownTags.get(id)?.name ?? name, at: '' },
        parent: { value: parent, at: '' },
        // What the file does not say is not written: a tag that is known here keeps its own.
        ...(description === '' ? {} : { description: { value: description, at } }),
      },
    });
  };
  let isFull = false;
  const refuseMore = (item: string): null => {
    if (isFull) return null;
    isFull = true;
    const sentence = say(
      /*i18n*/ 'The file has more than {limit} tags with those above them: “{name}” and all after it were left out.',
      { limit: importLimits.tags, name: item },
    );
    lines.push({ outcome: 'refused', item, sentence });
    return null;
  };
  return {
    lines,
    records: () => Object.fromEntries(records),
    add({ names, description, at }) {
      const written = firstWords(names.join('/'));
      if (records.size >= importLimits.tags) return refuseMore(written);
      const fitted = fitNames(names);
      if (fitted === null || fitted.names.length === 0) {
        const sentence = say(/*i18n*/ 'The tag “{name}” was left out, because it has no name that can be kept.', {
          name: written,
        });
        lines.push({ outcome: 'refused', item: written, sentence });
        return null;
      }
      let parent: string | null = null;
      for (const [depth, name] of fitted.names.entries()) {
        const id = ids(parent, name);
        const isLast = depth === fitted.names.length - 1;
        put(id, name, parent, isLast ? at : '', isLast ? shorten(description) : '');
        parent = id;
      }
      if (!fitted.isSame) {
        const sentence = say(
          /*i18n*/ 'The tag “{name}” is called “{path}” here, because its name or depth is one that Attest does not have.',
          {
            name: written,
            path: fitted.names.join('/'),
          },
        );
        lines.push({ outcome: 'changed', item: written, sentence });
      }
      if (!checkTagDescription(description).ok) {
        const sentence = say(/*i18n*/ 'The description of the tag “{name}” was cut after {limit} characters.', {
          name: written,
          limit: tagDescriptionLimit,
        });
        lines.push({ outcome: 'changed', item: written, sentence });
      }
      return parent;
    },
  };
}

function shorten(description: string): string {
  if (description.length <= tagDescriptionLimit) return description;
  return description.slice(0, tagDescriptionLimit).replace(/[\ud800-\udbff]$/u, '');
}

/** Units of the longest path that can be one of ours; a longer one is a name that is cut. */
const longestPath = 2_000;

/**
 * The levels of a path as Taguette has it. “/” always parts two; “.” does where what stands before it is itself a tag, which is how
 * Taguette's own tags lie under each other: the dots of “U.S.” part nothing.
 */
function levelsOf(path: string, isTag: (path: string) => boolean): string[] {
  if (path.length > longestPath) return [path.slice(0, longestPath)];
  const [first = '', ...rest] = path
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const levels: string[] = [];
  let from = 0;
  for (let dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
    if (dot === from || dot === first.length - 1 || !isTag(first.slice(0, dot))) continue;
    levels.push(first.slice(from, dot));
    from = dot + 1;
  }
  const last = first.slice(from);
  return [...levels, ...(last === '' ? [] : [last]), ...rest];
}

/**
 * Gives the levels of paths as `levelsOf` does, where those in `paths` are tags; of each once, for tags lie under tags, whose paths are
 * asked for again and again.
 */
export function levelsAmong(paths: Iterable<string>): (path: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const tags = new Set(paths);
  const lengths = new Set([...tags].map(({ length }) => length));
  // To look a long text up takes time, to ask for its length none.
  const isTag = (path: string): boolean => lengths.has(path.length) && tags.has(path);
  return (path) => {
    const levels = known.get(path) ?? levelsOf(path, isTag);
    known.set(path, levels);
    return levels;
  };
}
