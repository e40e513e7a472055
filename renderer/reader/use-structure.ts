import { useLingui } from '@lingui/react/macro';
import { type RefObject, useState } from 'react';
import { type BlockRole, correctStructure, undoCorrections } from '../../core/statements/correct-structure.ts';
import type { Statement } from '../../core/statements/statement.ts';
import { utf16 } from '../../core/text/offsets.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { useNotify } from '../controls/use-notify.ts';
import { useUndo } from '../history/use-undo.ts';
import { useAttest } from '../state/use-attest.tsx';
import type { TextMap } from './text-map.ts';

/** The paragraphs whose structure is being put right. */
export interface Structure {
  readonly statement: Statement;
  /** What it is about; `null` while nothing is open. */
  readonly passage: Passage | null;
  /** Opens it at the selection, the caret, or what is in sight; `null` where nothing can be put right. */
  readonly open: (() => void) | null;
  /** Puts it away without a change; the text has the focus again. */
  readonly close: () => void;
  readonly correct: (role: BlockRole) => void;
  /** Takes back what was put right here. */
  readonly takeBack: () => void;
  /** Where on the screen it is; `null` where it is not. */
  readonly rect: () => DOMRect | null;
}

interface StructureOptions {
  readonly article: RefObject<HTMLElement | null>;
  readonly statement: Statement;
  /** What is marked. */
  readonly passage: Passage | null;
  readonly mapOf: () => TextMap | null;
  /** The position of what its user sees first. */
  readonly whereNow: () => number;
  /** Whether the keys are about this statement. */
  readonly isActive: boolean;
}

/** Putting right what the paragraphs of a statement are, where it is one of its user’s own. */
export function useStructure(options: StructureOptions): Structure {
  const { article, statement, passage: marked, mapOf, whereNow, isActive } = options;
  const { call } = useAttest();
  const { t } = useLingui();
  const known = useKnownCommands();
  const notify = useNotify();
  const { offer } = useUndo();
  const [passage, setPassage] = useState<Passage | null>(null);
  const canCorrect = statement.corrections !== undefined && statement.summary.own !== undefined;

  const close = (): void => {
    setPassage(null);
    article.current?.focus({ preventScroll: true });
  };
  const put = async (corrections: ReturnType<typeof correctStructure>): Promise<void> => {
    close();
    const changed = await call('correctStructure', { statement: statement.summary.id, corrections });
    if (!changed.ok) notify.fault(changed.fault);
    else offer(t`The structure is put right. The text is as it was.`, changed.value.revision, 'structure');
  };
  const open = (): void => {
    const selection = document.getSelection();
    const caret = selection?.focusNode ? mapOf()?.offsetAt(selection.focusNode, selection.focusOffset) : null;
    const at = utf16(caret ?? whereNow());
    setPassage(marked ?? { start: at, end: at });
  };
  useCommands([{ ...known['read.structure'], isAvailable: isActive && canCorrect, run: open }]);
  return {
    statement,
    passage,
    open: canCorrect ? open : null,
    close,
    correct: (role) => {
      if (passage) void put(correctStructure(statement, passage, role));
    },
    takeBack: () => {
      if (passage) void put(undoCorrections(statement, passage));
    },
    rect: () => {
      const point = passage ? mapOf()?.pointAt(passage.start) : null;
      const block = point?.node.parentElement?.closest('.block');
      return block?.getBoundingClientRect() ?? null;
    },
  };
}
