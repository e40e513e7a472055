import { Popover } from '@base-ui/react/popover';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { StatementSummary } from '../../core/statements/statement.ts';
import { PopoverPopup } from '../controls/popover-popup.tsx';
import { useNotify } from '../controls/use-notify.ts';
import { useChangeWords } from '../history/use-change-words.ts';
import { useUndo } from '../history/use-undo.ts';
import type { HighlightCounts } from '../library/count-highlights.ts';
import { useAttest } from '../state/use-attest.tsx';

interface RemoveStatementsProps {
  readonly selected: readonly StatementSummary[];
  readonly counts: HighlightCounts['byStatement'];
}

/** Removes the selected statements that have been imported, after saying what goes with them. It can be undone. */
export function RemoveStatements({ selected, counts }: RemoveStatementsProps): ReactNode {
  const { call } = useAttest();
  const { t } = useLingui();
  const notify = useNotify();
  const { offer } = useUndo();
  const wordChange = useChangeWords();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const own = selected.filter((summary) => summary.own);
  const bundled = selected.length - own.length;
  const highlights = isOpen ? own.reduce((sum, { id }) => sum + (counts.get(id)?.count ?? 0), 0) : 0;
  const remove = async (): Promise<void> => {
    setBusy(true);
    const removed = await call('removeStatements', { statements: own.map(({ id }) => id) });
    setBusy(false);
    if (!removed.ok) {
      notify.fault(removed.fault);
      return;
    }
    setOpen(false);
    offer(`${wordChange(removed.value.summary)}.`, removed.value.revision);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="button">
        <Trans>Remove…</Trans>
      </Popover.Trigger>
      <PopoverPopup className="remove-popup" align="start" label={t`Remove`}>
        {own.length === 0 ? (
          <p>
            <Trans>Statements that came with Attest stay in the library.</Trans>
          </p>
        ) : (
          <>
            <p>
              <Plural
                value={own.length}
                one="# statement leaves the library."
                other="# statements leave the library."
              />{' '}
              <Plural
                value={highlights}
                _0="No highlight goes with it."
                one="# highlight goes with it."
                other="# highlights go with it."
              />
            </p>
            {bundled > 0 ? (
              <p>
                <Plural
                  value={bundled}
                  one="# of those selected came with Attest and stays."
                  other="# of those selected came with Attest and stay."
                />
              </p>
            ) : null}
            <div className="row">
              <button type="button" className="button primary" disabled={isBusy} onClick={() => void remove()}>
                <Trans>Remove</Trans>
              </button>
              <button type="button" className="button" onClick={() => setOpen(false)}>
                <Trans>Cancel</Trans>
              </button>
            </div>
          </>
        )}
      </PopoverPopup>
    </Popover.Root>
  );
}
