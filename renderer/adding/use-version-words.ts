import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useAttest } from '../state/use-attest.tsx';

/** Says of a statement, by its id and title, that it has a newer version, and how its highlights stand in it. */
export function useVersionWords(): (statement: string, title: string) => string {
  const { session } = useAttest();
  const { t } = useLingui();
  const { highlights } = session;
  return useCallback(
    (statement, title) => {
      const own = highlights.filter((highlight) => highlight.statement === statement && !highlight.orphan);
      const carried = own.filter(({ anchor }) => anchor.state === 'anchored').length;
      const asking = own.length - carried;
      if (own.length === 0) return t`“${title}” has a newer version.`;
      const over = plural(carried, {
        one: '# highlight was carried over',
        other: '# highlights were carried over',
      });
      if (asking === 0) return t`“${title}” has a newer version: ${over}.`;
      const left = plural(asking, { one: '# needs review', other: '# need review' });
      return t`“${title}” has a newer version: ${over}, ${left}.`;
    },
    [highlights, t],
  );
}
