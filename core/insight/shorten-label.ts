const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A name on one line with at most `most` characters as people count them, cut with “…” where it is longer. */
export function shortenLabel(name: string, most: number): string {
  const line = name.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  let end = 0;
  let before = 0;
  let count = 0;
  for (const { index } of characters.segment(line)) {
    if (count === most - 1) before = index;
    if (count === most) {
      end = index;
      break;
    }
    count += 1;
  }
  return end === 0 ? line : `${line.slice(0, before).trimEnd()}…`;
}
