import { plural } from '@lingui/core/macro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { moveItems } from '../../core/dossiers/arrange-items.ts';
import type { Dossier, DossierItem } from '../../core/dossiers/dossier.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { Move } from './move-items.ts';
import { useDossierActions } from './use-dossier-actions.ts';

interface Arranged {
  readonly items: readonly DossierItem[];
  readonly move: (move: Move) => void;
}

function replay(items: readonly DossierItem[], moves: readonly Move[]): readonly DossierItem[] {
  return moves.reduce<readonly DossierItem[]>((order, { items: ids, at }) => moveItems(order, new Set(ids), at), items);
}

/**
 * The items of a dossier in the order its user put them, at once: moves that have not been answered yet are shown already, so
 * that quick steps add up.
 */
export function useArrangedItems(dossier: Dossier): Arranged {
  const { session } = useAttest();
  const { offer } = useUndo();
  const { change } = useDossierActions();
  /** Each with the revision that holds it, once that is known. */
  const [moves, setMoves] = useState<readonly { readonly move: Move; readonly revision: number | null }[]>([]);
  const { revision } = session;
  const open = useMemo(
    () => moves.filter((one) => one.revision === null || one.revision > revision).map((one) => one.move),
    [moves, revision],
  );
  useEffect(() => {
    if (open.length === 0 && moves.length > 0) setMoves([]);
  }, [open, moves]);
  const items = useMemo(() => replay(dossier.items, open), [dossier.items, open]);
  const current = useRef(items);
  useEffect(() => {
    current.current = items;
  }, [items]);
  const move = useCallback(
    (next: Move) => {
      const entry = { move: next, revision: null };
      const after = replay(current.current, [next]);
      current.current = after;
      setMoves((last) => [...last, entry]);
      const place = after.findIndex(({ id }) => id === next.items[0]) + 1;
      const total = after.length;
      const message = plural(next.items.length, {
        one: `Moved to place ${place} of ${total}.`,
        other: `# items moved to place ${place} of ${total}.`,
      });
      void change(dossier.id, { kind: 'move', items: [...next.items], at: next.at }).then((changed) => {
        if (changed !== null) offer(message, changed, 'moved-items');
        setMoves((last) =>
          changed === null
            ? last.filter((one) => one !== entry)
            : last.map((one) => (one === entry ? { ...one, revision: changed } : one)),
        );
      });
    },
    [change, dossier.id, offer],
  );
  return { items, move };
}
