import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { isTyping } from '../controls/is-typing.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { usePanes } from '../panes/use-panes.tsx';

/** What Escape closes or lets go of before it ends the focus on the text. */
const openThings = '[role="dialog"], [role="alertdialog"], [role="menu"], .find-bar, .statement[data-caret="true"]';

/** Ends the focus on the text at Escape, where nothing else is open that the key is for. */
function useEscapeFromFocus(isFocused: boolean, focus: (isFocused: boolean) => void): void {
  useEffect(() => {
    if (!isFocused) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !isTyping(event) && !document.querySelector(openThings)) focus(false);
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
  const isSplit = here.beside !== null;
  useEscapeFromFocus(isFocused, focus);
  useCommands([
    {
      id: 'read.split',
      name: t`Read two statements side by side`,
      group: 'read',
      keys: ['Mod+\\'],
      isForTyping: true,
      isAvailable: !isSplit && other !== null,
      run: () => {
        if (other !== null) openBeside(other);
      },
    },
    {
      id: 'read.close-beside',
      name: t`Close the statement that is worked in`,
      group: 'read',
      keys: ['Mod+\\'],
      isForTyping: true,
      isAvailable: isSplit,
      run: () => closeColumn(here.isBesideActive),
    },
    {
      id: 'read.other-column',
      name: t`Go to the other statement`,
      group: 'read',
      keys: ['F6'],
      isForTyping: true,
      isAvailable: isSplit,
      run: () => {
        const isBesideActive = !here.isBesideActive;
        amend({ isBesideActive });
        document.querySelectorAll<HTMLElement>('.columns .statement')[isBesideActive ? 1 : 0]?.focus();
      },
    },
    {
      id: 'read.focus',
      name: isFocused ? t`Leave the focus on the text` : t`Focus on the text`,
      group: 'read',
      keys: ['F9'],
      isForTyping: true,
      run: () => focus(!isFocused),
    },
  ]);
}
