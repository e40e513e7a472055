import { useCallback } from 'react';
import type { Dossier, DossierItem } from '../../core/dossiers/dossier.ts';
import type { Insertion } from './inserter.tsx';
import type { ItemWords } from './item-editor.tsx';
import { useDossierActions } from './use-dossier-actions.ts';

/** A heading or a text that is being written and is not in the dossier yet. */
export interface Draft {
  readonly kind: Insertion;
  /** The index that it will have. */
  readonly at: number;
}

interface ItemWordsActions {
  /** Puts what was drafted into the dossier; nothing where it has no words. Resolves to whether the words are kept. */
  readonly add: (draft: Draft, words: ItemWords) => Promise<boolean>;
  /** Gives an item other words; removes it where none are left. Resolves to whether the words are kept. */
  readonly keep: (item: DossierItem, words: ItemWords) => Promise<boolean>;
}

/** Keeping the words of headings and texts of a dossier. */
export function useItemWords({ id }: Dossier): ItemWordsActions {
  const { change, remove } = useDossierActions();
  const add = useCallback(
    async ({ kind, at }: Draft, { text, level }: ItemWords) => {
      if (text.trim() === '') return true;
      const operation =
        kind === 'heading'
          ? ({ kind: 'add-heading', text, level: level ?? 1, at } as const)
          : ({ kind: 'add-text', text, at } as const);
      return (await change(id, operation)) !== null;
    },
    [change, id],
  );
  const keep = useCallback(
    async (item: DossierItem, { text, level }: ItemWords) => {
      if (text.trim() === '') {
        await remove(id, [item.id]);
        return true;
      }
      const edited = { kind: 'edit', item: item.id, text } as const;
      return (await change(id, level === null ? edited : { ...edited, level })) !== null;
    },
    [change, remove, id],
  );
  return { add, keep };
}
