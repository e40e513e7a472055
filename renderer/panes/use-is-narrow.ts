import { useSyncExternalStore } from 'react';

/** As in the style sheets: what stands beside the text elsewhere stands below it in such a window. */
const narrow = '(max-width: 58rem)';

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the window is so narrow that the highlights stand below the text. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}
