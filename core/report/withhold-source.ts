import type { Citation } from '../citations/citer.ts';
import { citationText } from '../citations/citer.ts';
import type { CslItem, CslName } from '../citations/csl-item.ts';
import { isCommonWord } from '../search/names/common-words.ts';
import { anyMark, type Withholder } from './withhold-names.ts';

/** A language tag is left as it is: programs read it. */
const languageTag = /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu;
const shortestTelling = 4;

function withholdAuthor(name: CslName, { find, apply }: Withholder): CslName {
  const whole = 'literal' in name ? name.literal : `${name.given} ${name.family}`;
  return find(whole).length === 0 ? name : { literal: apply(whole) };
}

/**
 * A source for reference managers without the names in any of its fields, its id too. Its genre and its note are the
 * program's own words and hold none.
 */
export function withholdItem(item: CslItem, withholder: Withholder): CslItem {
  const withheld: CslItem = { ...item, id: withholder.applyToId(item.id), title: withholder.apply(item.title) };
  if (item.author) withheld.author = item.author.map((name) => withholdAuthor(name, withholder));
  for (const field of ['publisher', 'publisher-place', 'container-title'] as const) {
    const text = item[field];
    if (text !== undefined) withheld[field] = withholder.apply(text);
  }
  const { language, issued } = item;
  if (language !== undefined && !languageTag.test(language)) withheld.language = withholder.apply(language);
  if (issued && 'literal' in issued) withheld.issued = { literal: withholder.apply(issued.literal) };
  return withheld;
}

/**
 * Whether words of a citation are a name beyond doubt. Its source is without the names already; ordinary words, numbers and
 * months are of the style's own making.
 */
function isTelling(words: string): boolean {
  const found = words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  return found.some((word) => word.length >= shortestTelling && !isCommonWord(word));
}

/** A citation of a source without the names, without those that may still be in it, also where one reaches over several runs; styles that change case leave marks as they are. */
export function withholdCitation(citation: Citation, { find, marks }: Withholder): Citation {
  if (marks.length === 0) return citation;
  const whole = citationText(citation);
  const names = find(whole).filter(({ start, end }) => isTelling(whole.slice(start, end)));
  let from = 0;
  return citation.flatMap(({ text, look }) => {
    const end = from + text.length;
    let printed = '';
    let at = from;
    for (const name of names) {
      if (name.end <= from || name.start >= end) continue;
      printed += text.slice(at - from, Math.max(name.start, from) - from);
      // A name over two runs has its mark in the first.
      if (name.start >= from) printed += marks[name.index] ?? '';
      at = Math.min(name.end, end);
    }
    printed += text.slice(at - from);
    from = end;
    const marked = printed.replace(anyMark, (mark) => mark.toLowerCase());
    return marked === '' ? [] : [{ text: marked, look }];
  });
}
