import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { Place } from '../../core/statements/block.ts';

/** Words where a passage stands: “¶ 12”, “¶ 3 to 5”, “heading”. */
export function usePlaceWords(): (place: Place | null) => string {
  const { t } = useLingui();
  return useCallback(
    (place) => {
      if (!place) return t`place to be reviewed`;
      const { paragraph, lastParagraph, kind } = place;
      if (paragraph === null) return kind === 'heading' ? t`heading` : t`website text`;
      return lastParagraph === null || lastParagraph === paragraph
        ? t`¶ ${paragraph}`
        : t`¶ ${paragraph} to ${lastParagraph}`;
    },
    [t],
  );
}
