import { Trans } from '@lingui/react/macro';
import type { ComponentType, ReactNode } from 'react';
import { EmptyState } from '../controls/empty-state.tsx';
import { useAttest } from './use-attest.tsx';

/** A view of all highlights: it is shown when all are there, since of some of them it would say what is not so. */
export function whenWhole<Props extends object>(View: ComponentType<Props>): ComponentType<Props> {
  return function Whole(props: Props): ReactNode {
    const { session } = useAttest();
    if (session.unread === undefined) return <View {...props} />;
    return (
      <EmptyState>
        <Trans>Reading the highlights…</Trans>
      </EmptyState>
    );
  };
}
