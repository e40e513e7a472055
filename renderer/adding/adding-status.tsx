import type { ReactNode } from 'react';
import { AddingBar } from './adding-bar.tsx';
import { useAdding } from './use-adding.ts';
import { useAddingWords } from './use-adding-words.ts';

/** In the status bar: how far the adding is, as the way to more about it; nothing where nothing is being added. */
export function AddingStatus(): ReactNode {
  const { adding, showPanel } = useAdding();
  const words = useAddingWords();
  if (adding?.state !== 'running') return null;
  return (
    <div className="export-progress" data-testid="adding-status">
      <AddingBar adding={adding} />
      <button type="button" className="link-button export-progress-words" onClick={showPanel}>
        {words.progress(adding)}
      </button>
    </div>
  );
}
