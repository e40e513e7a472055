import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { Passage } from '../../core/text/passage.ts';
import { ElsewherePanel } from './elsewhere-panel.tsx';

/** The button that shows, beside the list item it is in, what other statements say that is like a passage. */
export function ElsewhereButton(props: { readonly statement: string; readonly passage: Passage }): ReactNode {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger ref={trigger} className="link-button">
        <Trans>Said elsewhere</Trans>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className="bar-positioner"
          anchor={() => trigger.current?.closest('li') ?? trigger.current}
          side="inline-start"
          align="start"
          sideOffset={12}
          collisionPadding={8}
        >
          <Popover.Popup className="bar" aria-label={t`Said elsewhere`} initialFocus={false}>
            <ElsewherePanel {...props} onClose={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
