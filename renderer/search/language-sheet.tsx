import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { languageHelp } from '../../core/search/language/language-help.ts';
import { isTyping } from '../controls/is-typing.ts';

interface LanguageSheetProps {
  /** The search field, which takes the focus after an example has been chosen. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onExample: (query: string) => void;
}

/** What a search may hold, with examples to try. The button and the key ? open it. */
export function LanguageSheet({ field, onExample }: LanguageSheetProps): ReactNode {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const hasChosen = useRef(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  const open = (next: boolean): void => {
    if (next) hasChosen.current = false;
    setOpen(next);
  };
  return (
    <Dialog.Root open={isOpen} onOpenChange={open}>
      <Dialog.Trigger className="help-button" aria-label={t`How to search`} title={t`How to search (?)`}>
        ?
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className="dialog language-sheet"
          finalFocus={() => (hasChosen.current ? (field.current ?? true) : true)}
        >
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">
              <Trans>How to search</Trans>
            </Dialog.Title>
            <Dialog.Close className="button icon" aria-label={t`Close`}>
              ×
            </Dialog.Close>
          </header>
          <Dialog.Description className="pane-hint">
            <Trans>Statements, notes and tags are searched alike. Choose an example to try it.</Trans>
          </Dialog.Description>
          <dl className="language-list">
            {languageHelp.map(({ example, meaning }) => (
              <div key={example} className="language-entry">
                <dt>
                  <button
                    type="button"
                    className="language-example"
                    onClick={() => {
                      hasChosen.current = true;
                      onExample(example);
                      setOpen(false);
                    }}
                  >
                    {example}
                  </button>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p className="pane-hint">
            <Trans>
              <span className="key">Ctrl K</span> searches everything, <span className="key">Ctrl F</span> the open
              statement, <span className="key">?</span> shows this.
            </Trans>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
