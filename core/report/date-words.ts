import type { Stretch } from './extend-name.ts';

const monthNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const month = new RegExp(`^(?:${monthNames})$`, 'iu');
const after = new RegExp(
  `^(?:[\\s,_-]{1,3}\\d{1,4}|\\d{1,2}|\\s*[–—-]\\s*(?:${monthNames})\\b|\\s+to\\s+(?:${monthNames})\\b)(?!\\d)`,
  'iu',
);
const before = new RegExp(
  `(?:(?<!\\d)\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of\\s+|[\\s_-]{0,2})|(?:${monthNames})(?:\\s*[–—-]\\s*|\\s+to\\s+))$`,
  'iu',
);
const farthest = 20;

/** Whether the word at this place is the month of a date, as in “9 May 2023”, rather than a person’s name. */
export function isMonthOfDate(text: string, { start, end }: Stretch): boolean {
  if (!month.test(text.slice(start, end))) return false;
  return before.test(text.slice(Math.max(0, start - farthest), start)) || after.test(text.slice(end, end + farthest));
}
