import type { Highlight } from '../highlights/highlight.ts';
import { pathOf } from '../tags/tag-tree.ts';
import { type BackupDifferences, differencesShown } from './backup.ts';
import { highlightVersion } from './highlight-version.ts';
import { isSameData } from './is-same-data.ts';
import { matchTags } from './match-tags.ts';
import type { Workspace } from './workspace.ts';

type Kind = BackupDifferences['tags'][number]['difference'];

/** A record that is not the same in the backup and now. At least one of the two is there. */
interface Pair<Item> {
  readonly id: string;
  readonly before: Item | null;
  readonly now: Item | null;
}

function pairUp<Item>(backup: Readonly<Record<string, Item>>, now: Readonly<Record<string, Item>>): Pair<Item>[] {
  const own = (records: Readonly<Record<string, Item>>, id: string): Item | null =>
    (Object.hasOwn(records, id) ? records[id] : undefined) ?? null;
  const ids = new Set([...Object.keys(backup), ...Object.keys(now)]);
  return [...ids].map((id) => ({ id, before: own(backup, id), now: own(now, id) }));
}

function kindOf({ before, now }: Pair<unknown>): Kind {
  if (before === null) return 'only-now';
  return now === null ? 'only-backup' : 'changed';
}

/** What of a highlight makes a difference: when it was last modified does not. */
function matterOf({ statement, selector, note, isNotePrivate, orphan }: Highlight, tags: readonly string[]) {
  return { statement, selector, tags, note, isNotePrivate, orphan };
}

function inTextOrder(a: Pair<Highlight>, b: Pair<Highlight>): number {
  const [first, second] = [a.before ?? a.now, b.before ?? b.now];
  if (!first || !second) return 0;
  if (first.statement !== second.statement) return first.statement < second.statement ? -1 : 1;
  return (
    first.selector.start - second.selector.start || second.selector.end - first.selector.end || (a.id < b.id ? -1 : 1)
  );
}

function differingHighlights(backup: Workspace, now: Workspace): Pair<Highlight>[] {
  const standInOf = matchTags(now, backup);
  const asTaggedNow = (tags: readonly string[]): string[] => [...new Set(tags.map((id) => standInOf(id) ?? id))];
  const isSame = (pair: Pair<Highlight>): boolean =>
    pair.before !== null &&
    pair.now !== null &&
    isSameData(matterOf(pair.before, asTaggedNow(pair.before.tags)), matterOf(pair.now, pair.now.tags));
  return pairUp(backup.highlights, now.highlights)
    .filter((pair) => !isSame(pair))
    .sort(inTextOrder);
}

function differingTags(backup: Workspace, now: Workspace): BackupDifferences['tags'] {
  const [past, present] = [Object.values(backup.tags), Object.values(now.tags)];
  return pairUp(backup.tags, now.tags)
    .filter((pair) => !isSameData(pair.before, pair.now))
    .map((pair) => ({
      path: pathOf(pair.before ? past : present, pair.id) ?? pair.id,
      difference: kindOf(pair),
    }))
    .sort((a, b) => a.path.localeCompare(b.path));
}

/** Statements of one’s own, by title, that are not the same. */
function differingStatements(backup: Workspace, now: Workspace): BackupDifferences['statements'] {
  return pairUp(backup.statements, now.statements)
    .filter((pair) => !isSameData(pair.before, pair.now))
    .map((pair) => {
      const shown = pair.before ?? pair.now;
      return { name: shown?.title.value ?? pair.id, difference: kindOf(pair) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Records that have a name, by name, of which what `matterOfItem` gives is not the same. */
function differingNames<Item extends { readonly name: string }>(
  backup: Readonly<Record<string, Item>>,
  now: Readonly<Record<string, Item>>,
  matterOfItem: (item: Item) => unknown,
): BackupDifferences['searches'] {
  return pairUp(backup, now)
    .filter(({ before, now: after }) => !isSameData(before && matterOfItem(before), after && matterOfItem(after)))
    .map((pair) => ({ name: (pair.before ?? pair.now)?.name ?? pair.id, difference: kindOf(pair) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * What in `backup`, called `name`, differs from the workspace as it is `now`: highlights in the order of the texts, tags
 * by path. A highlight is the same where its passage, tags, note and state are, and a dossier where its name
 * and items are, whenever it was modified; a tag of the
 * backup that is gone counts as the one that stands for it now, as `restoreHighlights` takes it.
 */
export function compareWorkspaces(name: string, backup: Workspace, now: Workspace): BackupDifferences {
  const highlights = differingHighlights(backup, now);
  const tags = differingTags(backup, now);
  const holds = { highlights: Object.keys(backup.highlights).length, tags: Object.keys(backup.tags).length };
  return {
    name,
    holds,
    highlightCount: highlights.length,
    tagCount: tags.length,
    highlights: highlights.slice(0, differencesShown).map((pair) => ({
      id: pair.id,
      difference: kindOf(pair),
      before: pair.before && highlightVersion([backup, now], pair.before),
      now: pair.now && highlightVersion([now, backup], pair.now),
    })),
    tags: tags.slice(0, differencesShown),
    searches: differingNames(backup.searches, now.searches, (search) => search),
    dossiers: differingNames(backup.dossiers, now.dossiers, ({ name: called, items }) => ({ called, items })),
    statements: differingStatements(backup, now).slice(0, differencesShown),
    sets: differingNames(backup.sets, now.sets, (set) => set),
  };
}
