import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The text of the open statement, or the main part of another view. It takes the focus, whatever else it does. */
function focusMainPart(): void {
  const part = document.querySelector<HTMLElement>('.statement') ?? document.querySelector<HTMLElement>('main');
  if (!part) return;
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
  part.focus();
}

/** The way past search, views and library for whoever goes by Tab; in sight only while it has the focus. */
export function SkipButton(): ReactNode {
  return (
    <button type="button" className="skip-button button primary" onClick={focusMainPart}>
      <Trans>Skip to the text</Trans>
    </button>
  );
}
