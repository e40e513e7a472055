import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SearchHit } from '../../core/search/search-result.ts';

/** Forms and spellings that one hit names; of more, their number. */
const shownCount = 3;

/** Why a hit is there although the words asked for are not: “spelt Tsikhanouskaya here”, “detained, for detention”. */
export function ReadingLabel({ readings }: Pick<SearchHit, 'readings'>): ReactNode {
  const { t } = useLingui();
  const shown = readings.slice(0, shownCount).map(({ asked, found, tier }) => {
    return tier === 'variant' ? t`spelt ${found} here` : t`${found}, for ${asked}`;
  });
  const rest = readings.length - shown.length;
  if (rest > 0) shown.push(plural(rest, { one: '# more form', other: '# more forms' }));
  return shown.length === 0 ? null : <span className="hit-reading">{shown.join(' · ')}</span>;
}
