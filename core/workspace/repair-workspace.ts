import type { Highlight } from '../highlights/highlight.ts';
import { type Sentence, say } from '../sentence.ts';
import { checkTagName, type Tag, tagNameLimit } from '../tags/tag.ts';
import { lineOf, tagDepthLimit } from '../tags/tag-tree.ts';
import { isUsableName, levelKey } from './check-workspace.ts';
import { repairDossiers } from './repair-dossiers.ts';
import type { Workspace } from './workspace.ts';

/** What tags are called of which only the id is left. */
const recoveredName = 'recovered tag';

/** A workspace with what could be put right, and one sentence for each thing that was. */
export interface RepairedWorkspace {
  readonly workspace: Workspace;
  readonly repairs: readonly Sentence[];
}

/** A tag name as near to `name` as one can be. */
export function usableTagName(name: string): string {
  if (isUsableName(name)) return name;
  const clean = name.replaceAll('/', '-').replace(/[\p{Cc}\p{Cs}]/gu, ' ');
  const cut = checkTagName([...clean.trim()].slice(0, tagNameLimit / 2).join(''));
  return cut.ok ? cut.value : recoveredName;
}

/** The tags that highlights have and the codebook does not, each with the id it is meant by. */
function recoverTags({ tags, highlights }: Workspace): Tag[] {
  const wanted = new Set(Object.values(highlights).flatMap((highlight) => highlight.tags));
  const lost = [...wanted].filter((id) => id !== '' && !Object.hasOwn(tags, id));
  return lost.map((id) => ({
    id,
    name: recoveredName,
    parent: null,
    colour: 'slate',
    shortcut: null,
    description: `This tag was missing from the workspace file; its highlights had kept its id, ${id}.`,
  }));
}

function repairParents(tags: readonly Tag[]): Tag[] {
  const repaired = [...tags];
  for (const [index, tag] of repaired.entries()) {
    const line = lineOf(repaired, tag.id);
    const isThere = tag.parent === null || repaired.some(({ id }) => id === tag.parent);
    const isOnCycle = line[0]?.parent === tag.id;
    if (!isThere || isOnCycle || line.length > tagDepthLimit) repaired[index] = { ...tag, parent: null };
  }
  return repaired;
}

/** Of tags with one name on a level the first keeps it, and the others get a number. */
export function repairTagNames(tags: readonly Tag[]): Tag[] {
  const taken = new Set<string>();
  // Where counting goes on for each name: thousands that are called the same would take minutes from the beginning.
  const counts = new Map<string, number>();
  return tags.map((tag) => {
    const base = usableTagName(tag.name);
    let named = { ...tag, name: base };
    const wanted = levelKey(named);
    for (let count = counts.get(wanted) ?? 2; taken.has(levelKey(named)); count += 1) {
      counts.set(wanted, count + 1);
      const suffix = ` (${count})`;
      named = { ...tag, name: `${base.slice(0, tagNameLimit - suffix.length).trimEnd()}${suffix}` };
    }
    taken.add(levelKey(named));
    return named;
  });
}

function repairShortcuts(tags: readonly Tag[]): Tag[] {
  const taken = new Set<number>();
  return tags.map((tag) => {
    if (tag.shortcut === null || !taken.has(tag.shortcut)) {
      if (tag.shortcut !== null) taken.add(tag.shortcut);
      return tag;
    }
    return { ...tag, shortcut: null };
  });
}

function tagRepairs(before: Tag, after: Tag): Sentence[] {
  const moved =
    before.parent === after.parent
      ? []
      : [say(/*i18n*/ 'The tag “{name}” had no place in the tree: it is at the top now.', { name: after.name })];
  const renamed =
    before.name === after.name
      ? []
      : [
          say(/*i18n*/ 'The tag name “{before}” could not stay: it is “{name}” now.', {
            before: before.name.slice(0, tagNameLimit),
            name: after.name,
          }),
        ];
  const shortcut =
    before.shortcut === after.shortcut
      ? []
      : [
          say(/*i18n*/ 'The digit {digit} was on two tags: “{name}” does not have it any more.', {
            digit: before.shortcut ?? '',
            name: after.name,
          }),
        ];
  return [...moved, ...renamed, ...shortcut];
}

function repairHighlight(key: string, highlight: Highlight): Highlight {
  const tags = [...new Set(highlight.tags)].filter((id) => id !== '');
  const isSame = highlight.id === key && tags.length === highlight.tags.length;
  return isSame ? highlight : { ...highlight, id: key, tags };
}

/**
 * Puts right what can be without guessing what its user meant, so that no highlight and no tag on it is lost:
 * a tag id that no tag has gets a tag (“recovered tag”) of this very id; a tag that lies under none, in a circle or too
 * deep goes to the top; of two tags with one name on a level, or with one digit, the first in the file keeps it, and the
 * other's name gets a number; a name that cannot be used is made one that can; a highlight kept under another id than its
 * own gets that one, which nothing refers to; dossiers as `repairDossiers` does. Left as it is: a tag kept under another id than its own, for nobody can
 * tell which of the two the highlights mean. A workspace that is as it must be comes back as it is.
 */
export function repairWorkspace(workspace: Workspace): RepairedWorkspace {
  const recovered = recoverTags(workspace);
  const before = [...Object.values(workspace.tags), ...recovered];
  const after = repairShortcuts(repairTagNames(repairParents(before)));
  const entries = Object.entries(workspace.highlights);
  const highlights = entries.map(([key, highlight]) => [key, repairHighlight(key, highlight)] as const);
  const changed = highlights.filter(([key, highlight]) => highlight !== workspace.highlights[key]).length;
  const repairs = [
    ...recovered.map(({ id }) => {
      const count = entries.filter(([, { tags }]) => tags.includes(id)).length;
      const name = after.find((tag) => tag.id === id)?.name ?? recoveredName;
      return say(
        /*i18n*/ 'A tag on {count, plural, one {# highlight} other {# highlights}} was not in the codebook: it is “{name}” now.',
        { count, name },
      );
    }),
    ...before.flatMap((tag, index) =>
      index < before.length - recovered.length ? tagRepairs(tag, after[index] ?? tag) : [],
    ),
    ...(changed === 0
      ? []
      : [
          say(/*i18n*/ '{changed, plural, one {# highlight} other {# highlights}} had an id or a tag twice.', {
            changed,
          }),
        ]),
  ];
  const mended = repairDossiers(workspace.dossiers);
  repairs.push(...mended.repairs);
  if (repairs.length === 0) return { workspace, repairs };
  const keys = [...Object.keys(workspace.tags), ...recovered.map(({ id }) => id)];
  const tags = Object.fromEntries(after.map((tag, index) => [keys[index] ?? tag.id, tag]));
  const { dossiers } = mended;
  return { workspace: { ...workspace, tags, highlights: Object.fromEntries(highlights), dossiers }, repairs };
}
