import { Popover } from '@base-ui/react/popover';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The mark of an excerpt whose claim was found in one statement only; pressed, it says what that means and what not. */
export function SingleSourceMark(): ReactNode {
  return (
    <Popover.Root>
      <Popover.Trigger className="single-source" data-testid="single-source">
        <Trans>One source found</Trans>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="bar-positioner" side="top" align="end" sideOffset={6} collisionPadding={8}>
          <Popover.Popup className="bar single-source-popup">
            <Popover.Title className="single-source-title">
              <Trans>One source found</Trans>
            </Popover.Title>
            <Popover.Description render={<div />} className="single-source-words">
              <p>
                <Trans>No other statement of this collection was found that clearly says the like.</Trans>
              </p>
              <p>
                <Trans>
                  It does not mean that there is none, or that the claim is wrong. What is said in quite other words is
                  missed, often so: search for it before you rely on this mark.
                </Trans>
              </p>
              <p>
                <Trans>
                  An excerpt without the mark is like a passage elsewhere. Whether that is the same claim, and whether
                  the two sources are independent, is for you to judge.
                </Trans>
              </p>
            </Popover.Description>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
