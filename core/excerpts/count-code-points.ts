/** How many Unicode code points `text` has. A lone surrogate counts as one, as in JavaScript. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
