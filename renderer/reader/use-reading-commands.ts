import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { isFreeEscape } from '../controls/is-free-escape.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { usePanes } from '../panes/use-panes.tsx';

/** Ends the focus on the text at Escape, where nothing else is open that the key is for. */
function useEscapeFromFocus(isFocused: boolean, focus: (isFocused: boolean) => void): void {
  useEffect(() => {
    if (!isFocused) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isFreeEscape(event)) focus(false);
    };
    // Asked before anybody acts on the key: what it closes is gone afterwards.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isFocused, focus]);
}

/** Commands of the reading room: two statements side by side, and the focus on the text. */
export function useReadingCommands(other: string | null): void {
  const { here, openBeside, closeColumn, amend } = useNavigation();
  const { isFocused, focus } = usePanes();
  const { t } = useLingui();
  const known = useKnownCommands();
  const isSplit = here.beside !== null;
  useEscapeFromFocus(isFocused, focus);
  useCommands([
    {
      ...known['read.split'],
      name: isSplit ? t`Close the statement that is worked in` : t`Read two statements side by side`,
      isAvailable: isSplit || other !== null,
      run: () => {
        if (isSplit) {
          closeColumn(here.isBesideActive);
          return;
        }
        if (other === null) return;
        // Whoever reads on goes on in the statement that opens.
        const { activeElement } = document;
        if (activeElement instanceof HTMLElement && activeElement.closest('.columns')) activeElement.blur();
        openBeside(other);
      },
    },
    {
      ...known['read.other-column'],
      isAvailable: isSplit,
      run: () => {
        const isBesideActive = !here.isBesideActive;
        amend({ isBesideActive });
        document.querySelectorAll<HTMLElement>('.columns .statement')[isBesideActive ? 1 : 0]?.focus();
      },
    },
    {
      ...known['read.focus'],
      name: isFocused ? t`Leave the focus on the text` : t`Focus on the text`,
      run: () => focus(!isFocused),
    },
  ]);
}
