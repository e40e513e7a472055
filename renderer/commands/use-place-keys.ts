import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { Keys } from './keys.ts';

/** Keys that work where the focus is, and what they do there. */
export interface PlaceKeys {
  readonly place: string;
  readonly keys: readonly { readonly keys: readonly Keys[]; readonly name: string }[];
}

/** The keys that belong to a place and not to the whole window: they are no commands, since a command knows no place. */
export function usePlaceKeys(): readonly PlaceKeys[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        place: t`At a marked passage`,
        keys: [
          { keys: ['1–9'], name: t`Put on the tag of this digit, or take it off` },
          { keys: ['T'], name: t`Another tag` },
          { keys: ['N'], name: t`Write a note` },
          { keys: ['C'], name: t`Copy with citation` },
          { keys: ['E'], name: t`Said elsewhere` },
          { keys: ['[', ']'], name: t`Move the beginning or the end: then the arrow keys` },
          { keys: ['Tab'], name: t`Go to the bar at the passage` },
          { keys: ['Delete'], name: t`Delete the highlight` },
          { keys: ['Escape'], name: t`Let go of the passage` },
        ],
      },
      {
        place: t`In the text, with the caret`,
        keys: [
          { keys: ['Enter'], name: t`Put the caret into the text that has the focus` },
          { keys: ['ArrowLeft', 'ArrowRight'], name: t`By a character` },
          { keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'], name: t`By a word` },
          { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], name: t`By a sentence` },
          { keys: ['ArrowUp', 'ArrowDown'], name: t`By a line` },
          { keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'], name: t`By a paragraph` },
          { keys: ['Home', 'End'], name: t`To the beginning or the end of the line` },
          { keys: ['Shift+ArrowRight'], name: t`With Shift, each of them selects` },
          { keys: ['Mod+A'], name: t`Select the whole statement` },
          { keys: ['Escape'], name: t`Take the caret away` },
        ],
      },
      {
        place: t`In lists`,
        keys: [
          { keys: ['ArrowUp', 'ArrowDown'], name: t`To the one before or after` },
          { keys: ['Home', 'End'], name: t`To the first or the last` },
          { keys: ['Enter'], name: t`Open it` },
          { keys: ['Space'], name: t`Select it` },
        ],
      },
      {
        place: t`In a dossier`,
        keys: [
          { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], name: t`Move what is selected` },
          { keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], name: t`Select more` },
          { keys: ['Mod+A'], name: t`Select everything` },
          { keys: ['H'], name: t`Add a heading below` },
          { keys: ['T'], name: t`Add a text below` },
          { keys: ['Delete'], name: t`Take it out of the dossier` },
        ],
      },
      {
        place: t`At the edge of a pane`,
        keys: [
          { keys: ['ArrowLeft', 'ArrowRight'], name: t`Make the pane wider or narrower` },
          { keys: ['Home', 'End'], name: t`As narrow or as wide as can be` },
          { keys: ['Enter'], name: t`Hide the pane` },
        ],
      },
    ],
    [t],
  );
}
