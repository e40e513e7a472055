import { describePassage } from '../../core/anchoring/selector.ts';
import type { Highlight, PlacedHighlight } from '../../core/highlights/highlight.ts';
import { initialTags } from '../../core/tags/tag.ts';
import { utf16 } from '../../core/text/offsets.ts';
import { type Passage, trimPassage } from '../../core/text/passage.ts';
import type { Random } from './seeded-random.ts';

/** No character lies under more highlights than this. */
const deepest = 5;

/** Lengths of highlights before their ends move to the ends of words, in UTF-16 units. */
const [shortest, longest] = [15, 400];

/** One highlight in this many begins inside the one before it; one in as many has two tags. */
const nestedEach = 5;
const twoTagsEach = 10;

const marked = '2024-05-02T09:30:00.000Z';

function wordsAround(text: string, start: number, end: number): Passage | null {
  const from = text.lastIndexOf(' ', start) + 1;
  const to = text.indexOf(' ', end);
  return trimPassage(text, { start: utf16(from), end: utf16(to === -1 ? text.length : to) });
}

/** `count` different passages of `text` in text order, whole words, none deeper than five over any character. */
function generatePassages(text: string, count: number, random: Random): Passage[] {
  const depth = new Uint8Array(text.length);
  const chosen = new Map<string, Passage>();
  let previous = 0;
  while (chosen.size < count) {
    const isNested = chosen.size % nestedEach === nestedEach - 1;
    const start = Math.floor(isNested ? previous + random() * shortest : random() * text.length);
    const length = shortest + Math.floor(random() ** 2 * (longest - shortest));
    const passage = wordsAround(text, start, Math.min(text.length, start + length));
    previous = Math.floor(random() * text.length);
    if (!passage || depth.subarray(passage.start, passage.end).some((here) => here === deepest)) continue;
    for (let at: number = passage.start; at < passage.end; at += 1) depth[at] = (depth[at] ?? 0) + 1;
    chosen.set(`${passage.start} ${passage.end}`, passage);
    previous = passage.start;
  }
  return [...chosen.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function tagsFor(index: number, random: Random): string[] {
  const first = Math.floor(random() * initialTags.length);
  const ids = index % twoTagsEach === 0 ? [first, (first + 1) % initialTags.length] : [first];
  return ids.flatMap((at) => initialTags[at]?.id ?? []);
}

/** `count` valid highlights of the statement `id`, whose bytes have the SHA-256 `source`, in reading order. */
export function generateHighlights(
  { id, text, source }: { readonly id: string; readonly text: string; readonly source: string },
  count: number,
  random: Random,
): Highlight[] {
  return generatePassages(text, count, random).map((passage, index) => ({
    id: `h${index}`,
    statement: id,
    selector: describePassage(text, passage, source),
    tags: tagsFor(index, random),
    note: '',
    isNotePrivate: false,
    orphan: false,
    created: marked,
    modified: marked,
  }));
}

/** `highlight` as the reader gets it, anchored where it was made. */
export function anchorHighlight(highlight: Highlight): PlacedHighlight {
  const { start, end } = highlight.selector;
  return { ...highlight, anchor: { state: 'anchored', start, end }, place: null };
}
