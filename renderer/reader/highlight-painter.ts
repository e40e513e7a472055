import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import { assignLanes } from '../../core/highlights/lanes.ts';
import type { Tag } from '../../core/tags/tag.ts';
import { utf16 } from '../../core/text/offsets.ts';
import type { Passage } from '../../core/text/passage.ts';
import { tagsOf } from '../state/session-state.ts';
import { type PaintColour, paintName, paintPriority } from './paint-names.ts';
import type { TextMap } from './text-map.ts';

interface Coloured extends Passage {
  readonly colour: PaintColour;
}

interface Line extends Passage {
  readonly name: string;
  readonly priority: number;
}

interface Painted {
  readonly name: string;
  readonly ranges: readonly Range[];
}

type Overlay = 'active' | 'found' | 'found-here';

const overlayPriority: Readonly<Record<Overlay, number>> = { found: 100, 'found-here': 101, active: 102 };

/**
 * The most lines that are painted wherever they are. Chromium looks at every painted range again after each change of
 * the page, so of more lines only those near what is in sight are painted.
 */
const paintedAnywhere = 600;

/** Heights of the viewport above and below it in which lines are painted, and in which they must be at least. */
const paintedAround = 2;
const neededAround = 0.5;

/** No text at all, as while the statement is hidden. */
const nowhere: Passage = { start: utf16(0), end: utf16(0) };

function colouredPassages(highlights: readonly PlacedHighlight[], tags: readonly Tag[]): Coloured[] {
  return highlights.flatMap((highlight) => {
    if (highlight.anchor.state !== 'anchored') return [];
    const { start, end } = highlight.anchor;
    const own = tagsOf(highlight, tags).map(({ colour }): Coloured => ({ start, end, colour }));
    return own.length > 0 ? own : [{ start, end, colour: 'none' }];
  });
}

function painting(name: string, priority: number): Highlight {
  const there = CSS.highlights.get(name);
  if (there) return there;
  const made = new Highlight();
  made.priority = priority;
  CSS.highlights.set(name, made);
  return made;
}

/**
 * Paints the highlights of one statement with the CSS Custom Highlight API: every tag of every highlight is a line of
 * its own under the words, at any depth of overlap. Painting again touches only what has changed. Where there are very
 * many lines, the paint follows what is in sight.
 */
export class HighlightPainter {
  readonly #map: TextMap;
  readonly #resized = new ResizeObserver(() => {
    this.#isLaidOut = true;
    this.#follow();
  });
  #lines: readonly Line[] = [];
  readonly #overlays = new Map<Overlay, readonly Line[]>();
  #painted = new Map<string, Painted>();
  /** The text in which lines are painted; `null` for all of it. */
  #near: Passage | null = null;
  /** Before its first layout a statement is not asked where it stands: that would lay it out once more than needed. */
  #isLaidOut = false;

  constructor(map: TextMap) {
    this.#map = map;
    document.addEventListener('scroll', this.#onScroll, { capture: true, passive: true });
    this.#resized.observe(map.root);
  }

  /** Shows `highlights` and nothing else. Gives the number of lanes in use. */
  paint(highlights: readonly PlacedHighlight[], tags: readonly Tag[]): number {
    const laned = assignLanes(colouredPassages(highlights, tags));
    this.#lines = laned.map(({ item: { start, end, colour }, lane }) => {
      return { start, end, name: paintName(colour, lane), priority: paintPriority(lane) };
    });
    this.#show();
    return laned.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  }

  /** Shows single passages over the tags: what is worked on, and the words that a search found. */
  paintOver(name: Overlay, passages: readonly Passage[]): void {
    const priority = overlayPriority[name];
    this.#overlays.set(
      name,
      passages.map(({ start, end }) => ({ start, end, name, priority })),
    );
    this.#show();
  }

  /** Takes all paint off for good, when the statement leaves the page. */
  clear(): void {
    document.removeEventListener('scroll', this.#onScroll, { capture: true });
    this.#resized.disconnect();
    // Another statement beside this one is painted under the same names.
    for (const { name, ranges } of this.#painted.values()) {
      const painted = CSS.highlights.get(name);
      for (const range of ranges) painted?.delete(range);
    }
    this.#painted.clear();
  }

  readonly #onScroll = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(this.#map.root)) this.#follow();
  };

  #inSight(around: number): Passage | null {
    const margin = around * innerHeight;
    return this.#map.passageBetween(-margin, innerHeight + margin);
  }

  #follow(): void {
    if (!this.#near) return;
    const needed = this.#inSight(neededAround);
    if (!needed || (this.#near.start <= needed.start && needed.end <= this.#near.end)) return;
    this.#near = this.#inSight(paintedAround) ?? nowhere;
    this.#show();
  }

  #show(): void {
    const lines = [...this.#lines, ...[...this.#overlays.values()].flat()];
    if (lines.length <= paintedAnywhere) this.#near = null;
    else this.#near ??= (this.#isLaidOut ? this.#inSight(paintedAround) : null) ?? nowhere;
    const near = this.#near;
    const next = new Map<string, Painted>();
    for (const line of lines) {
      if (near && (line.end <= near.start || near.end <= line.start)) continue;
      const key = `${line.name} ${line.start} ${line.end}`;
      if (!next.has(key)) next.set(key, this.#painted.get(key) ?? this.#add(line));
    }
    for (const [key, { name, ranges }] of this.#painted) {
      if (next.has(key)) continue;
      const painted = CSS.highlights.get(name);
      for (const range of ranges) painted?.delete(range);
    }
    this.#painted = next;
  }

  #add(line: Line): Painted {
    const ranges = this.#map.rangesOf(line);
    const painted = painting(line.name, line.priority);
    for (const range of ranges) painted.add(range);
    return { name: line.name, ranges };
  }
}
