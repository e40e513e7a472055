import { Popover } from '@base-ui/react/popover';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import type { Passage } from '../../core/text/passage.ts';
import { ElsewherePanel } from './elsewhere-panel.tsx';

interface ElsewhereButtonProps {
  readonly statement: string;
  readonly passage: Passage;
  /** Whether it is a sign, where there is no room for its words. */
  readonly isIcon?: boolean;
}

/** The button that shows, beside the list item it is in, what other statements say that is like a passage. */
export function ElsewhereButton({ statement, passage, isIcon = false }: ElsewhereButtonProps): ReactNode {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      {isIcon ? (
        <Popover.Trigger
          ref={trigger}
          className="link-button elsewhere-icon"
          aria-label={t`Said elsewhere`}
          title={t`Said elsewhere`}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M1.5 2.5h9v6h-5l-2 2v-2h-2zM12.5 5.5h2v6h-2v2l-2-2H7" />
          </svg>
        </Popover.Trigger>
      ) : (
        <Popover.Trigger ref={trigger} className="link-button">
          <Trans>Said elsewhere</Trans>
        </Popover.Trigger>
      )}
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
            <ElsewherePanel statement={statement} passage={passage} onClose={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
