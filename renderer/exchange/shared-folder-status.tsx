import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useExchangePlace } from './exchange-place.tsx';
import { useSharedFolder } from './shared-folder-provider.tsx';

/** In the status bar: that there is something new in the shared folder, or trouble with it; nothing else. */
export function SharedFolderStatus(): ReactNode {
  const { shared } = useSharedFolder();
  const { askForShared } = useExchangePlace();
  const { show } = useNavigation();
  if (!shared || (shared.waiting.length === 0 && !shared.trouble)) return null;
  return (
    <button
      type="button"
      className="link-button"
      data-testid="shared-news"
      onClick={() => {
        askForShared(true);
        show('exchange');
      }}
    >
      {shared.trouble ? <Trans>Shared folder: trouble</Trans> : <Trans>Shared folder: something new</Trans>}
    </button>
  );
}
