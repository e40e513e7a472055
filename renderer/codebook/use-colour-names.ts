import { useLingui } from '@lingui/react/macro';
import type { TagColour } from '../../core/tags/tag.ts';

/** The names of the tags’ colours, in the interface's language. */
export function useColourNames(): Readonly<Record<TagColour, string>> {
  const { t } = useLingui();
  return {
    vermilion: t`vermilion`,
    ochre: t`ochre`,
    green: t`green`,
    violet: t`violet`,
    blue: t`blue`,
    pink: t`pink`,
    teal: t`teal`,
    slate: t`slate`,
  };
}
