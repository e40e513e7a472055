import { useState } from 'react';

/** How much of a long figure is drawn, beginning with `step` and growing by it. */
export function useMore(step: number): { readonly shown: number; readonly more: () => void } {
  const [shown, setShown] = useState(step);
  return { shown, more: () => setShown(shown + step) };
}
