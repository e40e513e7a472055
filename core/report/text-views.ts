import type { Stretch } from './extend-name.ts';

/** A text as names are looked for in it. `placeOf` says where a stretch of it stands in the text itself. */
interface TextView {
  readonly text: string;
  readonly placeOf: (found: Stretch) => Stretch;
}

/**
 * What is not read: invisible and control characters, vowel signs of Arabic and Hebrew, the Arabic elongation, and the
 * brackets of “[L]ukashenko” and “Lukashenk[a]”.
 */
const unread =
  /(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}]|(?=[\p{scx=Arabic}\p{scx=Hebrew}])\p{Mn}|ـ|\[(?=\p{L}\p{M}*\]\p{L})|(?<=\[\p{L}\p{M}*)\](?=\p{L})|(?<=\p{L}\p{M}*)\[(?=\p{L}\p{M}*\])|(?<=\p{L}\p{M}*\[\p{L}\p{M}*)\]/gu;
/** Quicker to look for: there is nothing unread where there is none of these. */
const maybeUnread = /(?![\t\n])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Mn}ـ[]/u;
/** What goes with the letter before it. */
const belongsBefore = /[\]\p{M}]/u;

const letters = /[\p{L}\p{M}\p{N}]+/gu;
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Letters that look the same in print: Latin, Cyrillic and Greek; `-` where there is none. */
const alike = `aаα eеε oоο pрρ cс- yу xхχ iіι jј- sѕ- hһ- kкκ u-υ mм- tтτ vѵν wԝω bв- ëё- ïїϊ gԍ- dԁ- qԛ-
  AАΑ BВΒ CС- EЕΕ HНΗ IІΙ JЈ- KКΚ MМΜ N-Ν OОΟ PРΡ SЅ- TТΤ XХΧ YУΥ Z-Ζ ËЁ- ÏЇΪ GԌ- QԚ- WԜ-`
  .trim()
  .split(/\s+/u)
  .map((row) => [...row]);

function foldTo(script: 0 | 1): ReadonlyMap<string, string> {
  const rows = alike.filter((row) => row[script] !== '-');
  return new Map(rows.flatMap((row) => row.map((letter) => [letter, row[script] ?? letter] as const)));
}

/** A word that mixes scripts is read both ways, since either may be the disguise. */
const folds = [foldTo(0), foldTo(1)];

function countScripts(text: string): number {
  return scripts.filter((script) => script.test(text)).length;
}

function foldMixedWords(text: string, fold: ReadonlyMap<string, string>): string {
  return text.replace(letters, (word) =>
    countScripts(word) < 2 ? word : [...word].map((letter) => fold.get(letter) ?? letter).join(''),
  );
}

/** The text without what is not read. */
function readableView(text: string): TextView {
  const origins: number[] = [];
  let at = 0;
  const keepUpTo = (end: number): void => {
    for (; at < end; at += 1) origins.push(at);
  };
  for (const { 0: dropped, index } of text.matchAll(unread)) {
    keepUpTo(index);
    at = index + dropped.length;
  }
  keepUpTo(text.length);
  const originOf = (place: number): number => origins[place] ?? text.length;
  const placeOf = ({ start, end }: Stretch): Stretch => {
    let from = originOf(start);
    let to = originOf(end - 1) + 1;
    const previous = start === 0 ? -1 : originOf(start - 1);
    while (from - 1 > previous && text.charAt(from - 1) === '[') from -= 1;
    while (to < originOf(end) && belongsBefore.test(text.charAt(to))) to += 1;
    return { start: from, end: to };
  };
  return { text: text.replace(unread, ''), placeOf };
}

/**
 * The ways to read a text in which a name may be disguised or broken: first as it stands; then, where that differs,
 * without what is not read; then with each word that mixes scripts written in one of them.
 */
export function viewsOf(text: string): readonly TextView[] {
  const plain: TextView = { text, placeOf: (found) => found };
  const readable = maybeUnread.test(text) ? readableView(text) : plain;
  const views = readable.text === text ? [plain] : [plain, readable];
  if (countScripts(readable.text) < 2) return views;
  for (const fold of folds) {
    const folded = foldMixedWords(readable.text, fold);
    if (folded !== readable.text) views.push({ text: folded, placeOf: readable.placeOf });
  }
  return views;
}
