import { fail, type Result, succeed } from '../result.ts';
import { say } from '../sentence.ts';
import type { Tag } from '../tags/tag.ts';
import { lineOf, pathOf } from '../tags/tag-tree.ts';
import type { Change, Patch } from './change.ts';
import { creationOf } from './create-tags.ts';
import { isSameData } from './is-same-data.ts';
import { matchTags } from './match-tags.ts';
import { repairWorkspace } from './repair-workspace.ts';
import type { Workspace } from './workspace.ts';

function ownOf<Item>(records: Readonly<Record<string, Item>>, id: string): Item | null {
  return (Object.hasOwn(records, id) ? records[id] : undefined) ?? null;
}

function tagPatches(now: Workspace, backup: Workspace): Patch[] {
  const ids = new Set([...Object.keys(backup.tags), ...Object.keys(now.tags)]);
  return [...ids].flatMap((id): Patch[] => {
    const [before, after] = [ownOf(now.tags, id), ownOf(backup.tags, id)];
    return isSameData(before, after) ? [] : [{ of: 'tag', id, before, after }];
  });
}

function searchPatches(now: Workspace, backup: Workspace): Patch[] {
  const ids = new Set([...Object.keys(backup.searches), ...Object.keys(now.searches)]);
  return [...ids].flatMap((id): Patch[] => {
    const [before, after] = [ownOf(now.searches, id), ownOf(backup.searches, id)];
    return isSameData(before, after) ? [] : [{ of: 'search', id, before, after }];
  });
}

function dossierPatches(now: Workspace, backup: Workspace): Patch[] {
  const ids = new Set([...Object.keys(backup.dossiers), ...Object.keys(now.dossiers)]);
  return [...ids].flatMap((id): Patch[] => {
    const [before, after] = [ownOf(now.dossiers, id), ownOf(backup.dossiers, id)];
    return isSameData(before, after) ? [] : [{ of: 'dossier', id, before, after }];
  });
}

function statementPatches(now: Workspace, backup: Workspace): Patch[] {
  const ids = new Set([...Object.keys(backup.statements), ...Object.keys(now.statements)]);
  return [...ids].flatMap((id): Patch[] => {
    const [before, after] = [ownOf(now.statements, id), ownOf(backup.statements, id)];
    return isSameData(before, after) ? [] : [{ of: 'statement', id, before, after }];
  });
}

function setPatches(now: Workspace, backup: Workspace): Patch[] {
  const ids = new Set([...Object.keys(backup.sets), ...Object.keys(now.sets)]);
  return [...ids].flatMap((id): Patch[] => {
    const [before, after] = [ownOf(now.sets, id), ownOf(backup.sets, id)];
    return isSameData(before, after) ? [] : [{ of: 'set', id, before, after }];
  });
}

function highlightPatches(now: Workspace, after: Workspace['highlights'], ids: Iterable<string>): Patch[] {
  return [...ids].flatMap((id): Patch[] => {
    const [before, next] = [ownOf(now.highlights, id), ownOf(after, id)];
    return isSameData(before, next) ? [] : [{ of: 'highlight', id, before, after: next }];
  });
}

/**
 * Makes tags, highlights, dossiers, saved searches, own statements and their sets exactly what they are in `backup`: what was made since goes, what was
 * deleted comes back. Settings stay. No patches where nothing would be different.
 */
export function restoreWorkspace(now: Workspace, backup: Workspace): Change {
  const ids = new Set([...Object.keys(backup.highlights), ...Object.keys(now.highlights)]);
  const highlights = highlightPatches(now, backup.highlights, ids);
  return {
    summary: { kind: 'restore-workspace', highlights: highlights.length, tags: [] },
    patches: [
      ...statementPatches(now, backup),
      ...setPatches(now, backup),
      ...tagPatches(now, backup),
      ...searchPatches(now, backup),
      ...dossierPatches(now, backup),
      ...highlights,
    ],
  };
}

/** The tags of `backup` that `ids` mean and nothing stands for now, each after those above it, under what is there now. */
function missingTags(
  backup: Workspace,
  ids: Iterable<string>,
  standInOf: (id: string) => string | null,
): ReadonlyMap<string, Tag> {
  const past = Object.values(backup.tags);
  const missing = new Map<string, Tag>();
  for (const id of ids) {
    if (standInOf(id) !== null) continue;
    for (const tag of lineOf(past, id)) {
      const parent = tag.parent === null ? null : (standInOf(tag.parent) ?? tag.parent);
      if (standInOf(tag.id) === null) missing.set(tag.id, { ...tag, parent });
    }
  }
  return missing;
}

/**
 * Makes the highlights `ids` exactly what they are in `backup`, and leaves all others. A tag on them that is gone comes
 * back with those above it, unless there is one now at its path, or under the same tag with the same name: then that one
 * is put on. So does a statement of one’s own that was removed with them. What comes back gives way where it cannot be as it was: a digit that is taken is left out, a name that is
 * taken gets a number, and a tag that would lie too deep goes to the top. No patches where nothing would be different.
 */
export function restoreHighlights(now: Workspace, backup: Workspace, ids: readonly string[]): Result<Change> {
  const wanted = new Map<string, Workspace['highlights'][string]>();
  for (const id of ids) {
    const highlight = ownOf(backup.highlights, id);
    if (!highlight)
      return fail(
        'not-found',
        say(/*i18n*/ 'There is no highlight {id} in this backup: choose one that is in it.', { id }),
      );
    wanted.set(id, highlight);
  }
  const standInOf = matchTags(now, backup);
  const highlights = [...wanted].map(([id, highlight]) => {
    const tags = [...new Set(highlight.tags.map((tag) => standInOf(tag) ?? tag))];
    return [id, { ...highlight, tags }] as const;
  });
  const missing = missingTags(backup, new Set([...wanted.values()].flatMap(({ tags }) => tags)), standInOf);
  // What is there now comes first, and what comes first keeps its name and its digit.
  const { workspace: restored } = repairWorkspace({
    ...now,
    tags: { ...now.tags, ...Object.fromEntries(missing) },
    highlights: Object.fromEntries(highlights),
  });
  const read = new Set([...wanted.values()].map(({ statement }) => statement));
  const statements = [...read].flatMap((id): Patch[] => {
    const after = ownOf(now.statements, id) ? null : ownOf(backup.statements, id);
    return after ? [{ of: 'statement', id, before: null, after }] : [];
  });
  const created = Object.values(restored.tags).filter(({ id }) => !Object.hasOwn(now.tags, id));
  const changed = highlightPatches(now, restored.highlights, wanted.keys());
  const paths = created.flatMap(({ id }) => pathOf(Object.values(restored.tags), id) ?? []);
  return succeed({
    summary: { kind: 'restore-highlights', highlights: changed.length, tags: paths },
    patches: [...statements, ...created.map(creationOf), ...changed],
  });
}
