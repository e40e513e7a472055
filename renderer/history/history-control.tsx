import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { useAttest } from '../state/use-attest.tsx';
import { UndoButtons } from './undo-buttons.tsx';
import { useChangeWords } from './use-change-words.ts';

/** Undo, Redo, and the list of what was done, newest first: what has been undone stands in it as such. */
export function HistoryControl(): ReactNode {
  const { session } = useAttest();
  const { t } = useLingui();
  const wordChange = useChangeWords();
  const { history } = session.undo;
  return (
    <>
      <UndoButtons />
      <Popover.Root>
        <Popover.Trigger className="link-button" disabled={history.length === 0}>
          <Trans>History</Trans>
        </Popover.Trigger>
        <PopoverPopup className="history-popup" align="end" label={t`What was done, newest first`} data-keys="window">
          <ol className="history-list">
            {history.map(({ summary, isUndone }, index) => (
              // Entries have no identity of their own: the place in the list is what they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: the history is shown as it stands
              <li key={index} data-undone={isUndone}>
                {wordChange(summary)}
                {isUndone ? (
                  <span className="faint">
                    {' '}
                    <Trans>undone</Trans>
                  </span>
                ) : null}
              </li>
            ))}
          </ol>
        </PopoverPopup>
      </Popover.Root>
    </>
  );
}
