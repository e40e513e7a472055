import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { PageRange, Place } from '../../core/statements/place.ts';

/** Where a highlight stands; `unread` as long as nobody has read the text that it stands in, `null` where it needs review. */
export function placeIn({ place, anchor }: PlacedHighlight, read: Place | null = null): Place | 'unread' | null {
  return place ?? read ?? (anchor.state === 'anchored' ? 'unread' : null);
}

/**
 * Words where a passage stands: “¶ 12”, “¶ 3 to 5”, “heading”, its pages before that where its statement has some, as “p. 3, ¶ 12”; empty
 * where that is not known yet.
 */
export function usePlaceWords(): (place: Place | 'unread' | null) => string {
  const { t } = useLingui();
  return useCallback(
    (place) => {
      if (place === 'unread') return '';
      if (!place) return t`place to be reviewed`;
      const wordPages = ({ first: label, last }: PageRange): string =>
        label === last ? t`p. ${label}` : t`pp. ${label}–${last}`;
      const wordParagraphs = ({ paragraph, lastParagraph, kind }: Place): string => {
        if (paragraph === null && kind === 'header-footer') return t`header or footer`;
        if (paragraph === null) return kind === 'heading' ? t`heading` : t`website text`;
        return lastParagraph === null || lastParagraph === paragraph
          ? t`¶ ${paragraph}`
          : t`¶ ${paragraph} to ${lastParagraph}`;
      };
      return [...(place.pages ? [wordPages(place.pages)] : []), wordParagraphs(place)].join(', ');
    },
    [t],
  );
}
