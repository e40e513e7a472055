import type { Dossier } from '../dossiers/dossier.ts';
import { compareDossiers } from '../dossiers/dossier-name.ts';
import type { StatementSet } from '../statements/own-statement.ts';
import type { Tag } from '../tags/tag.ts';
import { compareTags } from '../tags/tag-tree.ts';
import type { SavedSearch } from './saved-search.ts';
import { compareSets } from './set-edits.ts';
import type { Workspace } from './workspace.ts';

/** What of a workspace a reader has as lists. */
export interface WorkspaceLists {
  /** Those with a digit first, in its order, then by name. */
  readonly tags: Tag[];
  /** By name, as the others. */
  readonly searches: SavedSearch[];
  readonly dossiers: Dossier[];
  readonly sets: StatementSet[];
}

/** The records of a workspace that readers have as lists, each in its order. */
export function listsInOrder(workspace: Pick<Workspace, keyof WorkspaceLists>): WorkspaceLists {
  return {
    tags: Object.values(workspace.tags).sort(compareTags),
    searches: Object.values(workspace.searches).sort((a, b) => a.name.localeCompare(b.name)),
    dossiers: Object.values(workspace.dossiers).sort(compareDossiers),
    sets: Object.values(workspace.sets).sort(compareSets),
  };
}
