import { TagColour } from '../../core/tags/tag.ts';

/** Lines under the text that stay apart from each other; deeper overlaps share the last. */
const laneCount = 10;

/** Pixels from the words to the first line, and from line to line. */
const firstLanePx = 3;
const lanePx = 3.5;

/** The colours that lines are painted in: those of tags, and one for highlights without a tag. */
export type PaintColour = TagColour | 'none';

const paintColours: readonly PaintColour[] = [...TagColour.options, 'none'];

/** The name under which the lines of one colour in one lane are painted. */
export function paintName(colour: PaintColour, lane: number): string {
  return `tag-${colour}-${Math.min(lane, laneCount - 1)}`;
}

/** How far up a lane is painted: the nearest to the words wins the wash behind them. */
export function paintPriority(lane: number): number {
  return laneCount - Math.min(lane, laneCount - 1);
}

/**
 * The selector of what is painted under `name`: of the elements that hold the text, and of no others. A rule for any element is
 * worked out for each element of the window when it comes, a hundred names each.
 */
function painted(name: string): string {
  return `[data-start]::highlight(${name})`;
}

/** Where the system chooses the colours: lines in the colour of the words, and its own pairs for what is looked at. */
function forcedRules(): string {
  const rules: string[] = [];
  for (const colour of paintColours) {
    for (let lane = 0; lane < laneCount; lane += 1) {
      const line = 'background-color: Canvas; text-decoration-color: CanvasText;';
      rules.push(`${painted(paintName(colour, lane))} { ${line} }`);
    }
  }
  rules.push(`${painted('active')} { background-color: Highlight; color: HighlightText; }`);
  rules.push(`${painted('found')} { background-color: Mark; color: MarkText; }`);
  const here = 'background-color: Mark; color: MarkText; text-decoration-color: MarkText;';
  rules.push(`${painted('found-here')} { ${here} }`);
  return `@media (forced-colors: active) { ${rules.join(' ')} }`;
}

/** The style rules of the highlights: a wash behind the words and, for each lane, a line further below them. */
export function paintRules(): string {
  const rules: string[] = [];
  for (const colour of paintColours) {
    for (let lane = 0; lane < laneCount; lane += 1) {
      const wash = `background-color: var(--tag-${colour}-wash);`;
      const line = `text-decoration: underline 2px var(--tag-${colour}); text-decoration-skip-ink: none;`;
      const offset = `text-underline-offset: ${firstLanePx + lane * lanePx}px;`;
      rules.push(`${painted(paintName(colour, lane))} { ${wash} ${line} ${offset} }`);
    }
  }
  rules.push(`${painted('active')} { background-color: var(--selection); }`);
  rules.push(`${painted('found')} { background-color: var(--found); }`);
  // The one that is looked at is told apart by a line as well as by its colour.
  const here = 'background-color: var(--found-here); text-decoration: underline 2px var(--ink);';
  rules.push(`${painted('found-here')} { ${here} }`);
  return [...rules, forcedRules()].join('\n');
}
