import { Dialog } from '@base-ui/react/dialog';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { DialogPopup } from '../controls/dialog-popup.tsx';
import { shortenQuery } from './shorten-query.ts';
import { TagAllForm } from './tag-all-form.tsx';

interface TagAllHitsProps {
  readonly query: string;
  readonly spellings: boolean;
  readonly onOpen: () => void;
}

/** The button and the dialog that tag every hit of a search. */
export function TagAllHits({ query, spellings, onOpen }: TagAllHitsProps): ReactNode {
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
      <DialogPopup
        ref={popup}
        className="tag-all"
        initialFocus={() => popup.current?.querySelector<HTMLElement>('.tag-picker input')}
        title={<Trans>Tag all hits of “{shortenQuery(query)}”</Trans>}
      >
        <TagAllForm query={query} spellings={spellings} onDone={() => setOpen(false)} />
      </DialogPopup>
    </Dialog.Root>
  );
}
