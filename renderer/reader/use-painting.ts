import { useLayoutEffect, useRef, useState } from 'react';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { Passage } from '../../core/text/passage.ts';
import { useAttest } from '../state/use-attest.tsx';
import { HighlightPainter } from './highlight-painter.ts';
import type { TextMap } from './text-map.ts';

interface Painting {
  readonly highlights: readonly PlacedHighlight[];
  readonly active: Passage | null;
  readonly found: readonly Passage[];
  readonly foundHere: Passage | null;
}

/** Keeps the paint on the text in step with what is to be seen. Gives how many lines lie under it at the deepest place. */
export function usePainting(mapOf: () => TextMap | null, painting: Painting): number {
  const { session } = useAttest();
  const { highlights, active, found, foundHere } = painting;
  const painter = useRef<HighlightPainter | null>(null);
  const [lanes, setLanes] = useState(0);

  useLayoutEffect(() => {
    const map = mapOf();
    painter.current = map ? new HighlightPainter(map) : null;
    return () => painter.current?.clear();
  }, [mapOf]);
  // Another map is of other elements, which are not painted yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map has another painter
  useLayoutEffect(() => {
    setLanes(painter.current?.paint(highlights, session.tags) ?? 0);
  }, [mapOf, highlights, session.tags]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map has another painter
  useLayoutEffect(() => painter.current?.paintOver('found', found), [mapOf, found]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map has another painter
  useLayoutEffect(() => painter.current?.paintOver('found-here', foundHere ? [foundHere] : []), [mapOf, foundHere]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map has another painter
  useLayoutEffect(() => painter.current?.paintOver('active', active ? [active] : []), [mapOf, active]);
  return lanes;
}
