import type { ReactNode } from 'react';
import { useNavigation } from '../navigation/use-navigation.tsx';
import { useImporting } from './import-provider.tsx';
import { useTakingWords } from './use-taking-words.ts';

/** In the status bar: how far the taking of an import is, as the way to it; nothing where it is in sight, or none is being taken. */
export function TakingStatus(): ReactNode {
  const { open } = useImporting();
  const { here, show } = useNavigation();
  const words = useTakingWords();
  if (!open?.taking || here.view === 'exchange') return null;
  return (
    <button
      type="button"
      className="link-button export-progress-words"
      data-testid="taking-status"
      onClick={() => show('exchange')}
    >
      {words(open.taking)}
    </button>
  );
}
