import {
  createTextAnnotator,
  type HighlightStyle,
  type RendererType,
  type TextAnnotation,
  type TextAnnotator,
} from '@recogito/text-annotator';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { initialTags } from '../../core/tags/tag.ts';
import { TextMap } from '../../renderer/reader/text-map.ts';
import type { PainterSubject } from './painter-subject.ts';

const colours: Readonly<Record<string, `#${string}`>> = { vermilion: '#a93a22', ochre: '#8a6100', green: '#2e7040' };

function styleOf(bodies: readonly { readonly value?: string }[]): HighlightStyle {
  const colour = initialTags.find(({ id }) => id === bodies[0]?.value)?.colour ?? '';
  const line = colours[colour] ?? '#333333';
  return { fill: line, fillOpacity: 0.18, underlineColor: line, underlineThickness: 2, underlineOffset: 3 };
}

/** Recogito's own way from positions to ranges walks the whole text for each: it gets ranges that are ready instead. */
function annotationOf(map: TextMap, { id, selector, tags }: PlacedHighlight): TextAnnotation {
  const { quote, start, end } = selector;
  const [from, to] = [map.pointAt(start), map.pointAt(end - 1)];
  const range = new Range();
  if (from && to) range.setStart(from.node, from.offset);
  if (to) range.setEnd(to.node, to.offset + 1);
  return {
    id,
    bodies: tags.map((tag) => ({ id: `${id}-${tag}`, annotation: id, purpose: 'tagging', value: tag }) as const),
    target: { annotation: id, selector: [{ quote, start, end, range }] },
  };
}

/** Recogito's painting of `highlights` on `root`. It paints what is in sight, and paints anew after each scroll. */
export function recogitoSubject(
  root: HTMLElement,
  highlights: readonly PlacedHighlight[],
  renderer: RendererType,
): PainterSubject {
  const isThere = (id: string): boolean =>
    CSS.highlights.has(`_${id}`) || document.querySelector(`.r6o-annotation[data-annotation="${id}"]`) !== null;
  let annotator: TextAnnotator<TextAnnotation, TextAnnotation> | null = null;
  let added = '';
  return {
    paintAll: () => {
      annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(root, {
        renderer,
        style: ({ bodies }) => styleOf(bodies),
      });
      const map = new TextMap(root);
      annotator.setAnnotations(highlights.map((highlight) => annotationOf(map, highlight)));
    },
    isPainted: () => highlights.some(({ id }) => isThere(id)),
    add: (highlight) => {
      added = highlight.id;
      annotator?.addAnnotation(annotationOf(new TextMap(root), highlight));
    },
    hasAdded: () => isThere(added),
  };
}
