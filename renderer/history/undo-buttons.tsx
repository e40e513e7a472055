import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isMac } from '../commands/is-mac.ts';
import { keysInLine } from '../commands/key-names.ts';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useHighlightActions } from '../highlights/use-highlight-actions.ts';
import { useAttest } from '../state/use-attest.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Undo and Redo, each saying what it would do. */
export function UndoButtons(): ReactNode {
  const { session } = useAttest();
  const { undo, redo } = useHighlightActions();
  const wordChange = useChangeWords();
  const known = useKnownCommands();
  const lineOf = (id: 'highlight.undo' | 'highlight.redo'): string => keysInLine(known[id].keys[0] ?? '', isMac());
  const { undo: nextUndo, redo: nextRedo } = session.undo;
  return (
    <>
      <button
        type="button"
        className="link-button"
        aria-disabled={nextUndo === null}
        title={nextUndo ? `${wordChange(nextUndo)} (${lineOf('highlight.undo')})` : undefined}
        onClick={() => void undo()}
      >
        <Trans>Undo</Trans>
      </button>
      <button
        type="button"
        className="link-button"
        aria-disabled={nextRedo === null}
        title={nextRedo ? `${wordChange(nextRedo)} (${lineOf('highlight.redo')})` : undefined}
        onClick={() => void redo()}
      >
        <Trans>Redo</Trans>
      </button>
    </>
  );
}
