import { Dialog } from '@base-ui/react/dialog';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { shortenQuery } from './shorten-query.ts';
import { TagAllForm } from './tag-all-form.tsx';

interface TagAllHitsProps {
  readonly query: string;
  readonly spellings: boolean;
  readonly onOpen: () => void;
}

/** The button and the dialog that tag every hit of a search. */
export function TagAllHits({ query, spellings, onOpen }: TagAllHitsProps): ReactNode {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(next) => {
        if (next) onOpen();
        setOpen(next);
      }}
    >
      <Dialog.Trigger className="link-button">
        <Trans>Tag all hits…</Trans>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          ref={popup}
          className="dialog tag-all"
          initialFocus={() => popup.current?.querySelector<HTMLElement>('.tag-picker input') ?? true}
        >
          <header className="dialog-head">
            <Dialog.Title className="dialog-title">
              <Trans>Tag all hits of “{shortenQuery(query)}”</Trans>
            </Dialog.Title>
            <Dialog.Close className="button icon" aria-label={t`Close`}>
              ×
            </Dialog.Close>
          </header>
          <TagAllForm query={query} spellings={spellings} onDone={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
