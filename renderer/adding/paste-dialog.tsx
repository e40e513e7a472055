import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { fileOfPasted, type PastedText, proposeName, readPasted } from './pasted-text.ts';
import { useAdding } from './use-adding.ts';

/** How much of a long text is shown, in UTF-16 units; what is longer is not typed in. */
const shownLength = 20_000;

/** The longest name of a file, in UTF-16 units. */
const nameLimit = 200;

interface PasteFormProps {
  readonly pasted: PastedText;
  readonly onPasted: (pasted: PastedText | null) => void;
}

function PasteForm({ pasted, onPasted }: PasteFormProps): ReactNode {
  const { t } = useLingui();
  const { isBusy, give } = useAdding();
  const [ownName, setOwnName] = useState<string | null>(null);
  const [keepsLooks, setKeepsLooks] = useState(true);
  const { text, html } = pasted;
  const name = ownName ?? (proposeName(text) || (text.trim() === '' ? '' : t`Pasted text`));
  const asPage = html !== null && keepsLooks;
  const isLong = text.length > shownLength;
  const mayAdd = text.trim() !== '' && name.trim() !== '' && !isBusy;
  return (
    <form
      className="paste-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!mayAdd) return;
        onPasted(null);
        void give([fileOfPasted({ text, html: asPage ? html : null }, name)], null);
      }}
    >
      <label className="form-field" htmlFor="pasted-text">
        <Trans>Text</Trans>
        <textarea
          id="pasted-text"
          className="field pasted-text"
          dir="auto"
          rows={10}
          autoComplete="off"
          readOnly={asPage || isLong}
          value={isLong ? `${text.slice(0, shownLength)}…` : text}
          onChange={({ target }) => onPasted({ text: target.value, html: null })}
          onPaste={(event) => {
            const words = readPasted(event.clipboardData);
            if (!words || text !== '') return;
            event.preventDefault();
            onPasted(words);
          }}
        />
      </label>
      {html === null ? null : (
        <SwitchField label={t`Keep headings, lists and tables`} isOn={keepsLooks} onChange={setKeepsLooks} />
      )}
      <label className="form-field" htmlFor="pasted-name">
        <Trans>File name</Trans>
        <input
          id="pasted-name"
          className="field"
          dir="auto"
          value={name}
          maxLength={nameLimit}
          autoComplete="off"
          onChange={({ target }) => setOwnName(target.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="button primary" disabled={!mayAdd}>
          <Trans>Add it</Trans>
        </button>
        <button type="button" className="button" onClick={() => onPasted(null)}>
          <Trans>Cancel</Trans>
        </button>
      </div>
    </form>
  );
}

interface PasteDialogProps {
  /** What was pasted, with no words in it where they are to be pasted here; `null` while the dialog is closed. */
  readonly pasted: PastedText | null;
  readonly onPasted: (pasted: PastedText | null) => void;
}

/** Shows a text that was pasted, and has it named, before it becomes a statement. */
export function PasteDialog({ pasted, onPasted }: PasteDialogProps): ReactNode {
  const popup = useRef<HTMLDivElement>(null);
  /** Words that are there already are named next; where there are none yet, they come first. */
  const firstField = (): HTMLElement | null | undefined =>
    popup.current?.querySelector<HTMLElement>(pasted?.text === '' ? '#pasted-text' : '#pasted-name');
  return (
    <Dialog.Root open={pasted !== null} onOpenChange={(willBeOpen) => !willBeOpen && onPasted(null)}>
      <DialogPopup ref={popup} className="paste-dialog" initialFocus={firstField} title={<Trans>Add a text</Trans>}>
        {pasted ? <PasteForm pasted={pasted} onPasted={onPasted} /> : null}
      </DialogPopup>
    </Dialog.Root>
  );
}
