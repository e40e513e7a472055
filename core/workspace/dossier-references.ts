import type { Dossier, DossierItem } from '../dossiers/dossier.ts';
import { moveOmissions } from '../dossiers/move-omissions.ts';
import type { Highlight } from '../highlights/highlight.ts';
import type { Patch } from './change.ts';
import type { EditContext } from './edit-context.ts';
import type { Workspace } from './workspace.ts';

/** The dossiers whose items `change` makes others of; it gives an array of its own only where it changes something. */
function patchDossiers(
  { dossiers }: Workspace,
  change: (items: readonly DossierItem[]) => readonly DossierItem[],
  { now }: EditContext,
): Patch[] {
  return Object.values(dossiers).flatMap((before): Patch[] => {
    const items = change(before.items);
    if (items === before.items) return [];
    const after: Dossier = { ...before, items: [...items], modified: now };
    return [{ of: 'dossier', id: before.id, before, after }];
  });
}

/** Takes the excerpts of the highlights `gone` out of all dossiers. */
export function dropExcerpts(workspace: Workspace, gone: ReadonlySet<string>, context: EditContext): Patch[] {
  const isGone = (item: DossierItem): boolean => item.kind === 'excerpt' && gone.has(item.highlight);
  return patchDossiers(
    workspace,
    (items) => (items.some(isGone) ? items.filter((item) => !isGone(item)) : items),
    context,
  );
}

/**
 * Makes the excerpts of the highlight `from` excerpts of `to`, in all dossiers, and keeps what they leave out on its words:
 * `to` is another highlight, or the same one at another passage.
 */
export function redirectExcerpts(workspace: Workspace, from: Highlight, to: Highlight, context: EditContext): Patch[] {
  const redirect = (item: DossierItem): DossierItem => {
    if (item.kind !== 'excerpt' || item.highlight !== from.id) return item;
    const omissions = moveOmissions(item.omissions, from.selector, to.selector);
    if (from.id === to.id && omissions === item.omissions) return item;
    return { ...item, highlight: to.id, omissions: [...omissions] };
  };
  return patchDossiers(
    workspace,
    (items) => {
      const redirected = items.map(redirect);
      return redirected.some((item, index) => item !== items[index]) ? redirected : items;
    },
    context,
  );
}
