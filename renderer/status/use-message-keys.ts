import { Toast } from '@base-ui/react/toast';
import { useEffect, useRef } from 'react';
import { useCommands } from '../commands/use-commands.tsx';
import { useKnownCommands } from '../commands/use-known-commands.ts';
import { isFreeEscape } from '../controls/is-free-escape.ts';
import type { MessageData } from '../controls/use-notify.ts';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { usePanes } from '../panes/use-panes.tsx';
import { useAttest } from '../state/use-attest.tsx';

/** Goes to the messages. Base UI notes where the focus comes from, to give it back, only at this key of its own. */
function goToMessages(): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F6' }));
  document.querySelector<HTMLElement>('.message:not([data-limited]) .button')?.focus();
}

/**
 * The key that goes to the messages, and when they go by themselves: one whose Undo has been overtaken by another change,
 * and one of a fault after the next change, with another view, or by an Escape that nothing else takes.
 */
export function useMessageKeys(): void {
  const { session } = useAttest();
  const { here } = useNavigation();
  const { isFocused } = usePanes();
  const { toasts, close } = Toast.useToastManager<MessageData>();
  const known = useKnownCommands();
  const latest = useRef(toasts);
  latest.current = toasts;
  useCommands([{ ...known['window.messages'], isAvailable: toasts.length > 0, run: goToMessages }]);
  useEffect(() => {
    for (const { id, data, transitionStatus } of toasts) {
      const isOvertaken = data?.revision !== undefined && data.revision < session.revision;
      if (isOvertaken && transitionStatus !== 'ending') close(id);
    }
  }, [toasts, close, session.revision]);
  const shownView = `${session.revision} ${here.view}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was wrong before a change or in another view is over
  useEffect(() => {
    for (const { id, type, transitionStatus } of latest.current) {
      if (type === 'fault' && transitionStatus !== 'ending') close(id);
    }
  }, [shownView, close]);
  const mayEscape = !isFocused && toasts.some(({ type }) => type === 'fault');
  useEffect(() => {
    if (!mayEscape) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      const inTour = event.target instanceof Element && event.target.closest('.tour') !== null;
      if (!isFreeEscape(event) || inTour) return;
      for (const { id, type } of latest.current) if (type === 'fault') close(id);
    };
    // Asked before anybody acts on the key: what it closes is gone afterwards.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [mayEscape, close]);
}
