import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { assignLanes } from '../../core/highlights/lanes.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { TagColour } from '../../core/tags/tag.ts';
import type { Passage } from '../../core/text/passage.ts';
import { tagsOf } from '../state/session-state.ts';
import type { TextMap } from './text-map.ts';

/** Lines under the text that stay apart from each other; deeper overlaps share the last. */
const laneCount = 5;

/** Pixels from the words to the first line, and from line to line. */
const firstLanePx = 3;
const lanePx = 4;

const colours = [...TagColour.options, 'none'] as const;
type PaintColour = (typeof colours)[number];

const nameOf = (colour: PaintColour, lane: number): string => `tag-${colour}-${lane}`;

/** The style rules of the highlights: a wash behind the words and, for each lane, a line further below them. */
export function paintRules(): string {
  const rules: string[] = [];
  for (const colour of colours) {
    for (let lane = 0; lane < laneCount; lane += 1) {
      const offset = firstLanePx + lane * lanePx;
      const wash = lane === 0 ? `background-color: var(--tag-${colour}-wash);` : '';
      rules.push(
        `::highlight(${nameOf(colour, lane)}) { ${wash} text-decoration: underline 2px var(--tag-${colour}); text-decoration-skip-ink: none; text-underline-offset: ${offset}px; }`,
      );
    }
  }
  rules.push('::highlight(active) { background-color: var(--selection); }');
  rules.push('::highlight(found) { background-color: var(--found); }');
  rules.push('::highlight(found-here) { background-color: var(--found-here); }');
  return rules.join('\n');
}

interface Line extends Passage {
  readonly colour: PaintColour;
}

function linesOf(highlights: readonly PlacedHighlight[], tags: readonly Tag[]): Line[] {
  return highlights.flatMap((highlight) => {
    if (highlight.anchor.state !== 'anchored') return [];
    const { start, end } = highlight.anchor;
    const own = tagsOf(highlight, tags).map(({ colour }): Line => ({ start, end, colour }));
    return own.length > 0 ? own : [{ start, end, colour: 'none' }];
  });
}

function set(name: string, ranges: readonly Range[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Paints the tags of all highlights: every tag of every highlight gets a line of its own. No element is touched. */
export function paintHighlights(map: TextMap, highlights: readonly PlacedHighlight[], tags: readonly Tag[]): void {
  const byName = new Map<string, Range[]>();
  for (const { item, lane } of assignLanes(linesOf(highlights, tags))) {
    const name = nameOf(item.colour, Math.min(lane, laneCount - 1));
    byName.set(name, [...(byName.get(name) ?? []), ...map.rangesOf(item)]);
  }
  for (const colour of colours) {
    for (let lane = 0; lane < laneCount; lane += 1) {
      set(nameOf(colour, lane), byName.get(nameOf(colour, lane)) ?? [], lane);
    }
  }
}

/** Paints single passages over the tags: the one that is being worked on, and the words that a search found. */
export function paintPassages(
  map: TextMap,
  name: 'active' | 'found' | 'found-here',
  passages: readonly Passage[],
): void {
  const priority = { found: 10, 'found-here': 11, active: 12 }[name];
  set(
    name,
    passages.flatMap((passage) => map.rangesOf(passage)),
    priority,
  );
}

/** Takes all paint off, when the statement leaves the page. */
export function clearPaint(): void {
  CSS.highlights.clear();
}
