import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { tagsOf } from '../state/session-state.ts';
import { useAttest } from '../state/use-attest.tsx';
import { placeIn, usePlaceWords } from './place-words.ts';

/** Words a highlight for somebody who does not see it: tags, place, quotation, note. */
export function useHighlightWords(): (highlight: PlacedHighlight) => string {
  const { session } = useAttest();
  const { t } = useLingui();
  const wordPlace = usePlaceWords();
  return useCallback(
    (highlight) => {
      const names = tagsOf(highlight, session.tags).map(({ name }) => name);
      const tags = names.length > 0 ? names.join(', ') : t`no tag`;
      const note = highlight.note === '' ? '' : t` Note: ${highlight.note}`;
      return t`${tags}. ${wordPlace(placeIn(highlight))}. ${highlight.selector.quote}${note}`;
    },
    [session.tags, t, wordPlace],
  );
}
