import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { languageHelp } from '../../core/search/language/language-help.ts';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { useSentence } from '../controls/use-sentence.ts';

interface LanguageSheetProps {
  /** The search field, which takes the focus after an example has been chosen. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onExample: (query: string) => void;
}

/** What a search may hold, with examples to try. Its button opens it, the palette, and the sheet of keys. */
export function LanguageSheet({ field, onExample }: LanguageSheetProps): ReactNode {
  const { t } = useLingui();
  const tell = useSentence();
  const [isOpen, setOpen] = useState(false);
  const hasChosen = useRef(false);
  const open = (next: boolean): void => {
    if (next) hasChosen.current = false;
    setOpen(next);
  };
  const known = useKnownCommands();
  useCommands([{ ...known['help.search'], run: () => open(true) }]);
  return (
    <Dialog.Root open={isOpen} onOpenChange={open}>
      <Dialog.Trigger className="help-button" aria-label={t`How to search`} title={t`How to search`}>
        ?
      </Dialog.Trigger>
      <DialogPopup
        className="language-sheet"
        finalFocus={() => (hasChosen.current ? (field.current ?? true) : true)}
        title={<Trans>How to search</Trans>}
      >
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
              <dd>{tell(meaning)}</dd>
            </div>
          ))}
        </dl>
      </DialogPopup>
    </Dialog.Root>
  );
}
