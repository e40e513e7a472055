import type { Dossier } from '../dossiers/dossier.ts';
import { checkDossierName, dossierNameKey } from '../dossiers/dossier-name.ts';
import { checkTagName, type Tag, tagNameKey } from '../tags/tag.ts';
import { lineOf, tagDepthLimit } from '../tags/tag-tree.ts';
import type { Workspace } from './workspace.ts';

/**
 * One thing that is not as it must be. `wrong-id`: a record kept under another id than its own. `unknown-tag`,
 * `twice-tagged`: on a highlight. `unknown-parent`, `cycle`, `too-deep`: of the tree. The rest is about a tag's own name
 * or digit. Of a dossier: its name, another with the same, an item's id that another item has. `id` is that of the
 * highlight, tag or dossier.
 */
export interface WorkspaceProblem {
  readonly kind:
    | 'wrong-id'
    | 'unknown-tag'
    | 'twice-tagged'
    | 'unknown-parent'
    | 'cycle'
    | 'too-deep'
    | 'unusable-name'
    | 'same-name'
    | 'same-shortcut'
    | 'same-item';
  readonly of: 'highlight' | 'tag' | 'dossier';
  readonly id: string;
}

/** Whether a name is one that `checkTagName` gives. */
export function isUsableName(name: string): boolean {
  const checked = checkTagName(name);
  return checked.ok && checked.value === name;
}

/** What tells a tag from the others on its level. */
export const levelKey = ({ parent, name }: Tag): string => JSON.stringify([parent, tagNameKey(name)]);

function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string | number | null): Item[] {
  const seen = new Set<string | number>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key);
      return false;
    }
    return true;
  });
}

function treeProblems({ tags }: Workspace): WorkspaceProblem[] {
  const all = Object.values(tags);
  return all.flatMap(({ id, parent }): WorkspaceProblem[] => {
    const isUnknown = parent !== null && !Object.hasOwn(tags, parent);
    if (isUnknown) return [{ kind: 'unknown-parent', of: 'tag', id }];
    const line = lineOf(all, id);
    // A line that does not begin at the top goes round, or leads to a tag that is not there.
    const above = line[0]?.parent ?? null;
    if (above !== null) return Object.hasOwn(tags, above) ? [{ kind: 'cycle', of: 'tag', id }] : [];
    return line.length > tagDepthLimit ? [{ kind: 'too-deep', of: 'tag', id }] : [];
  });
}

/** Without anything made for a highlight that is as it must be: there may be a hundred thousand. */
function highlightProblems(tags: Workspace['tags'], highlights: Workspace['highlights']): WorkspaceProblem[] {
  const problems: WorkspaceProblem[] = [];
  for (const key of Object.keys(highlights)) {
    const highlight = highlights[key];
    if (!highlight) continue;
    const { id } = highlight;
    if (key !== id) problems.push({ kind: 'wrong-id', of: 'highlight', id });
    if (highlight.tags.some((tag) => !Object.hasOwn(tags, tag)))
      problems.push({ kind: 'unknown-tag', of: 'highlight', id });
    if (highlight.tags.length > 1 && new Set(highlight.tags).size < highlight.tags.length) {
      problems.push({ kind: 'twice-tagged', of: 'highlight', id });
    }
  }
  return problems;
}

/** Whether a name is one that `checkDossierName` gives. */
export function isUsableDossierName(name: string): boolean {
  const checked = checkDossierName(name);
  return checked.ok && checked.value === name;
}

function dossierProblems({ dossiers }: Workspace): WorkspaceProblem[] {
  const all = Object.values(dossiers);
  const problem =
    (kind: WorkspaceProblem['kind']) =>
    ({ id }: Dossier): WorkspaceProblem => ({ kind, of: 'dossier', id });
  const items = all.flatMap((dossier) => dossier.items.map(({ id }) => ({ id, dossier })));
  return [
    ...Object.entries(dossiers).flatMap(([key, dossier]) => (key === dossier.id ? [] : [problem('wrong-id')(dossier)])),
    ...all.filter(({ name }) => !isUsableDossierName(name)).map(problem('unusable-name')),
    ...repeated(all, ({ name }) => dossierNameKey(name)).map(problem('same-name')),
    ...repeated(items, ({ id }) => id).map(({ dossier }) => problem('same-item')(dossier)),
  ];
}

/**
 * Everything in `workspace` that no edit would leave so: tags on highlights that do not exist or are there twice, a tree
 * that goes round or is too deep, names that cannot be used or are there twice on one level, a digit with two tags,
 * dossiers whose name cannot be used or is there twice, two items with one id. An excerpt of a highlight that does not exist
 * is none: its dossier shows it as deleted. Empty for a workspace that is as it must be.
 */
export function checkWorkspace(workspace: Workspace): WorkspaceProblem[] {
  const { tags, highlights } = workspace;
  const all = Object.values(tags);
  const tagProblem =
    (kind: WorkspaceProblem['kind']) =>
    ({ id }: Tag): WorkspaceProblem => ({ kind, of: 'tag', id });
  return [
    ...Object.entries(tags).flatMap(([key, tag]) => (key === tag.id ? [] : [tagProblem('wrong-id')(tag)])),
    ...highlightProblems(tags, highlights),
    ...treeProblems(workspace),
    ...all.filter(({ name }) => !isUsableName(name)).map(tagProblem('unusable-name')),
    ...repeated(all, levelKey).map(tagProblem('same-name')),
    ...repeated(all, ({ shortcut }) => shortcut).map(tagProblem('same-shortcut')),
    ...dossierProblems(workspace),
  ];
}
