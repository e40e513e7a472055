import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useAttest } from '../state/use-attest.tsx';
import type { TourStep } from './tour-steps.ts';

interface StepWords {
  readonly title: string;
  readonly text: string;
}

/** What each step of the tour says. */
export function useStepWords(): (step: TourStep) => StepWords {
  const { session } = useAttest();
  const { t } = useLingui();
  const { tags } = session;
  return useCallback(
    (step) => {
      const tag = tags.find(({ shortcut }) => shortcut !== null);
      switch (step) {
        case 'select':
          return {
            title: t`Select a passage`,
            text: t`Open a statement in the library and drag over some of its words. By keyboard, F7 puts a caret into the text, and Shift with the arrow keys selects.`,
          };
        case 'tag':
          return {
            title: t`Tag it`,
            text: tag
              ? t`With the passage selected, press ${tag.shortcut ?? ''} for “${tag.name}”, or click a tag in the bar beside the passage. Ctrl+Z takes it back.`
              : t`With the passage selected, press T and give it a tag. Ctrl+Z takes it back.`,
          };
        case 'note':
          return {
            title: t`See your highlight in the list`,
            text: t`Its card stands beside the text, with its words, its tag and its paragraph. If you like, choose “Add note” there and write a note.`,
          };
        case 'search':
          return {
            title: t`Search for a name`,
            text: t`Type Lukashenko into the search field and open one of the hits. Statements that spell the name Lukashenka are found too.`,
          };
        case 'export':
          return {
            title: t`Take it into a report`,
            text: t`Open “Excerpts”, which holds all your highlights, and press Export at the top. You see every quotation with its source before a file is written.`,
          };
      }
    },
    [tags, t],
  );
}
