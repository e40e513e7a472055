import { type Sentence, say } from '../../sentence.ts';
import { type Tag, tagDescriptionLimit, tagNameKey, tagNameLimit } from '../../tags/tag.ts';
import { inTreeOrder, tagDepthLimit } from '../../tags/tag-tree.ts';
import { usableTagName } from '../../workspace/repair-workspace.ts';
import { firstWords } from '../first-words.ts';
import type { ReportLine } from '../incoming.ts';
import type { TagRecord } from '../work.ts';
import { guidOfId, idOfGuid } from './guid.ts';
import { cutText, joinTexts } from './join-texts.ts';
import { nearestColour } from './nearest-colour.ts';
import type { RefiCode } from './refi-project.ts';

/** The codes of a file as tags. */
export interface ImportedCodes {
  readonly tags: Readonly<Record<string, TagRecord>>;
  /** The id of the tag that each code is here, by its guid. */
  readonly ids: ReadonlyMap<string, string>;
  /** What the tags are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly lines: readonly ReportLine[];
}

/** The text of a note, by its guid; `null` where it cannot be had. */
export type NoteText = (guid: string) => string | null;

const byCodePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What tells a place in the tree: the names on the way to it, whatever their case or Unicode form. */
const pathKey = (above: string, name: string): string =>
  `${above}/${tagNameKey(name.slice(0, 2 * tagNameLimit)).replaceAll('/', '-')}`;

function pathsOf(tags: readonly Tag[]): ReadonlyMap<string, Tag> {
  const keys = new Map<string, string>();
  const found = new Map<string, Tag>();
  for (const { tag } of inTreeOrder(tags, byCodePoints)) {
    const key = pathKey(tag.parent === null ? '' : (keys.get(tag.parent) ?? ''), tag.name);
    keys.set(tag.id, key);
    if (!found.has(key)) found.set(key, tag);
  }
  return found;
}

/** Gives names that are free on their level: of two the first keeps its own. */
function createNamer(): (parent: string | null, wanted: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const keyOf = (parent: string | null, name: string): string => JSON.stringify([parent, tagNameKey(name)]);
  return (parent, wanted) => {
    const key = keyOf(parent, wanted);
    let name = wanted;
    for (let count = counts.get(key) ?? 1; taken.has(keyOf(parent, name)); ) {
      count += 1;
      counts.set(key, count);
      const suffix = ` (${count})`;
      name = `${cutText(wanted, tagNameLimit - suffix.length).trimEnd()}${suffix}`;
    }
    taken.add(keyOf(parent, name));
    return name;
  };
}

/**
 * The codes of a file as tags. A code that goes by the GUID of a tag of `own`, or else stands at the same path, is that tag, and
 * changes nothing of it. All others are new tags, with the ids they have in the file, so that reading it twice is as reading
 * it once; what cannot stay as it is is told in a line each.
 */
export function importCodes(codes: readonly RefiCode[], own: readonly Tag[], noteText: NoteText): ImportedCodes {
  const ownIds = new Set(own.map(({ id }) => id));
  const ownByGuid = new Map(own.map((tag) => [guidOfId('code', tag.id), tag]));
  const ownByPath = pathsOf(own);
  const tags = new Map<string, TagRecord>();
  const [ids, names] = [new Map<string, string>(), new Map<string, string>()];
  const lines: ReportLine[] = [];
  const nameFor = createNamer();
  // Where counting goes on for codes with one guid: from the beginning, thousands of them would take hours.
  const copies = new Map<string, number>();
  let [taken, matched] = [0, 0];
  const tell = (outcome: ReportLine['outcome'], item: string, sentence: Sentence): void => {
    lines.push({ outcome, item: firstWords(item), sentence });
  };
  for (const tag of own) nameFor(tag.parent, tag.name);

  const makeTag = (code: RefiCode, parent: string | null): string => {
    const base = idOfGuid('code', code.guid === '' ? `name ${code.name}` : code.guid);
    // Two codes with one guid are two tags: the highlights of the file can only mean the first.
    let id = base;
    for (let count = copies.get(base) ?? 2; tags.has(id) || ownIds.has(id); count += 1) {
      id = idOfGuid('code', `${base} ${count}`);
      copies.set(base, count + 1);
    }
    if (id !== base) {
      tell(
        'changed',
        code.name,
        say(/*i18n*/ 'The file has two codes with one GUID: this one is a tag without highlights.'),
      );
    }
    const usable = usableTagName(code.name);
    const name = nameFor(parent, usable);
    if (name !== code.name) tell('changed', code.name, say(/*i18n*/ 'The tag is called “{name}” here.', { name }));
    const colour = nearestColour(code.colour);
    if (!colour?.isExact) {
      tell(
        'changed',
        name,
        say(
          /*i18n*/ 'Its colour {written} is none of Attest’s: the tag has the nearest, {colour, select, vermilion {vermilion} ochre {ochre} green {green} violet {violet} blue {blue} pink {pink} teal {teal} other {slate}}.',
          { written: code.colour.slice(0, 20), colour: colour?.colour ?? 'slate' },
        ),
      );
    }
    const notes = [code.description, ...code.notes.flatMap((guid) => noteText(guid) ?? [])];
    const { text: description, length } = joinTexts(notes, tagDescriptionLimit);
    if (length > tagDescriptionLimit) {
      tell(
        'changed',
        name,
        say(/*i18n*/ 'Its description has {length} characters: the first {limit} of them were taken.', {
          limit: tagDescriptionLimit,
          length,
        }),
      );
    }
    const written = <Value>(value: Value) => ({ value, at: '' as const });
    tags.set(id, {
      lives: 1,
      since: '',
      fields: {
        name: written(name),
        parent: written(parent),
        colour: written(colour?.colour ?? 'slate'),
        shortcut: written(null),
        description: written(description),
      },
    });
    names.set(id, name);
    taken += 1;
    return id;
  };

  const walk = (level: readonly RefiCode[], parent: string | null, depth: number, above: string): void => {
    for (const code of level) {
      const key = pathKey(above, code.name);
      const same = ids.has(code.guid) ? undefined : (ownByGuid.get(code.guid) ?? ownByPath.get(key));
      const isTooDeep = depth >= tagDepthLimit;
      let id = same?.id;
      if (same) {
        matched += 1;
        tags.set(same.id, { lives: 1, since: '', fields: {} });
        names.set(same.id, same.name);
      } else {
        id = makeTag(code, isTooDeep ? null : parent);
        if (isTooDeep) {
          tell(
            'changed',
            code.name,
            say(/*i18n*/ 'The tag lies more than {limit} levels deep: it is at the top here.', {
              limit: tagDepthLimit,
            }),
          );
        }
      }
      if (id !== undefined && code.guid !== '' && !ids.has(code.guid)) ids.set(code.guid, id);
      walk(code.children, id ?? null, isTooDeep && !same ? 1 : depth + 1, key);
    }
  };
  walk(codes, null, 0, '');
  const all = firstWords(codes.map(({ name }) => name).join(', '));
  if (taken > 0) {
    tell(
      'taken',
      all,
      say(/*i18n*/ '{count, plural, one {# code is a new tag.} other {# codes are new tags.}}', { count: taken }),
    );
  }
  if (matched > 0) {
    tell(
      'taken',
      all,
      say(
        /*i18n*/ '{count, plural, one {# code is a tag that was there before, and stays as it was.} other {# codes are tags that were there before, and stay as they were.}}',
        { count: matched },
      ),
    );
  }
  return { tags: Object.fromEntries(tags), ids, names, lines };
}
