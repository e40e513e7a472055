import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useNavigation } from '../navigation/use-navigation.tsx';

/** Goes from another view to the statement that is open: where whoever has nothing highlighted begins. */
export function ReadButton(): ReactNode {
  const { show } = useNavigation();
  return (
    <button type="button" className="button" onClick={() => show('library')}>
      <Trans>Go to the statement</Trans>
    </button>
  );
}
