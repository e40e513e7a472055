import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ImportSummary } from '../../core/exchange/exchange-shapes.ts';

/** How much an import would change, by what would become of it; what is not in it is not said. */
export function ImportCounts({ counts }: Pick<ImportSummary, 'counts'>): ReactNode {
  const disagreed = counts['both-changed'].all + counts['deleted-there'].all + counts['deleted-here'].all;
  const added = counts.new.all;
  const { changed, deleted } = { changed: counts.changed.all, deleted: counts.deleted.all };
  return (
    <ul className="import-counts" data-testid="import-counts">
      {disagreed > 0 ? (
        <li className="bad">
          <Plural value={disagreed} one="# you disagree on" other="# you disagree on" />
        </li>
      ) : null}
      {added > 0 ? (
        <li>
          <Plural value={added} one="# new" other="# new" />
        </li>
      ) : null}
      {changed > 0 ? (
        <li>
          <Plural value={changed} one="# changed there" other="# changed there" />
        </li>
      ) : null}
      {deleted > 0 ? (
        <li>
          <Plural value={deleted} one="# deleted there" other="# deleted there" />
        </li>
      ) : null}
    </ul>
  );
}
