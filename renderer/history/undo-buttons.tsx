import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { useAttest } from '../state/use-attest.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Undo and Redo, each saying what it would do. */
export function UndoButtons(): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const { undo, redo } = useHighlightActions();
  const wordChange = useChangeWords();
  const { undo: nextUndo, redo: nextRedo } = session.undo;
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-disabled={nextUndo === null}
        title={nextUndo ? t`${wordChange(nextUndo)} (Ctrl+Z)` : undefined}
        onClick={() => void undo()}
      >
        <Trans>Undo</Trans>
      </button>
      <button
        type="button"
        className="link-button"
        aria-disabled={nextRedo === null}
        title={nextRedo ? t`${wordChange(nextRedo)} (Ctrl+Shift+Z)` : undefined}
        onClick={() => void redo()}
      >
        <Trans>Redo</Trans>
      </button>
    </>
  );
}
