import { useEffect, useRef } from 'react';
import { toldPart } from '../adding/told-part.ts';
import { useAnnounce } from '../controls/announcer.tsx';
import type { TakingImport } from './import-state.ts';
import { useTakingWords } from './use-taking-words.ts';

/** Tells a screen reader how far the taking of an import is: at the start, after each quarter, and when it is being given up. */
export function useTakingNews(taking: TakingImport | null): void {
  const announce = useAnnounce();
  const words = useTakingWords();
  const latest = useRef({ taking, words });
  latest.current = { taking, words };
  const part = taking ? toldPart(taking) : null;
  const isEnding = taking?.isEnding ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the events between are no news
  useEffect(() => {
    const now = latest.current;
    if (now.taking) announce(now.words(now.taking));
  }, [part, isEnding, announce]);
}
