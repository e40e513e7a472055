/** A text with, for each of its UTF-16 units, the position in the first version that it comes from; -1 where it is new. */
export interface TrackedText {
  readonly text: string;
  readonly origin: readonly number[];
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

/** A stream of numbers that is the same on every run. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of `items`; throws where there is none. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** `text` before any edit. */
export function track(text: string): TrackedText {
  return { text, origin: Array.from({ length: text.length }, (_, index) => index) };
}

const inserted = (text: string): TrackedText => ({ text, origin: new Array<number>(text.length).fill(-1) });

const slice = ({ text, origin }: TrackedText, start: number, end: number): TrackedText => ({
  text: text.slice(start, end),
  origin: origin.slice(start, end),
});

const join = (parts: readonly TrackedText[]): TrackedText => ({
  text: parts.map(({ text }) => text).join(''),
  origin: parts.flatMap(({ origin }) => origin),
});

/** Cuts at every match of `pattern`: the matches and what lies between them, in order, none of them empty. */
function cut(tracked: TrackedText, pattern: RegExp): { readonly part: TrackedText; readonly isMatch: boolean }[] {
  const parts: { part: TrackedText; isMatch: boolean }[] = [];
  let at = 0;
  for (const { 0: match, index } of tracked.text.matchAll(pattern)) {
    parts.push({ part: slice(tracked, at, index), isMatch: false });
    parts.push({ part: slice(tracked, index, index + match.length), isMatch: true });
    at = index + match.length;
  }
  parts.push({ part: slice(tracked, at, tracked.text.length), isMatch: false });
  return parts.filter(({ part }) => part.text !== '');
}

const word = /[\p{L}\p{N}]+/gu;
const sentence = /[^.!?\n]+[.!?]+["”]?[ \u00a0]*/gu;

/** The sentences of `text`, with the space after them. */
export function sentencesOf(text: string): string[] {
  return text.match(sentence) ?? [];
}

/** Puts another word in the place of a share of the words, coming from where theirs began, or adds an ending to them. */
export function changeWords(
  tracked: TrackedText,
  share: number,
  words: readonly string[],
  random: Random,
): TrackedText {
  const change = (part: TrackedText): TrackedText => {
    if (random() < 0.3) return join([part, inserted('ed')]);
    const other = pick(words, random);
    if (other === part.text) return join([part, inserted('s')]);
    return { text: other, origin: new Array<number>(other.length).fill(part.origin[0] ?? -1) };
  };
  return join(cut(tracked, word).map(({ part, isMatch }) => (isMatch && random() < share ? change(part) : part)));
}

/** Leaves out a share of the sentences. */
export function deleteSentences(tracked: TrackedText, share: number, random: Random): TrackedText {
  return join(cut(tracked, sentence).flatMap(({ part, isMatch }) => (isMatch && random() < share ? [] : [part])));
}

/** Puts new sentences behind a share of the sentences. */
export function insertSentences(
  tracked: TrackedText,
  share: number,
  sentences: readonly string[],
  random: Random,
): TrackedText {
  return join(
    cut(tracked, sentence).flatMap(({ part, isMatch }) =>
      isMatch && random() < share ? [part, inserted(`${pick(sentences, random).trim()} `)] : [part],
    ),
  );
}

const otherShapes: Readonly<Record<string, string>> = {
  "'": '’',
  '’': "'",
  '‘': "'",
  '"': '”',
  '“': '"',
  '”': '"',
  '–': '-',
  '\u00a0': ' ',
  ' ': '\u00a0',
};

/** Turns all quotation marks and dashes into their other shape, and a share of the spaces; doubles a share of these. */
export function changeTypography(tracked: TrackedText, share: number, random: Random): TrackedText {
  const change = (part: TrackedText): TrackedText => {
    const isSpace = part.text === ' ' || part.text === '\u00a0';
    if (isSpace && random() >= share) return part;
    if (isSpace && random() < 0.5) return join([part, inserted(' ')]);
    return { text: otherShapes[part.text] ?? part.text, origin: part.origin };
  };
  return join(cut(tracked, /['’‘"“”–\u00a0 ]/gu).map(({ part, isMatch }) => (isMatch ? change(part) : part)));
}

/** Moves a share of the paragraphs to other places. */
export function moveParagraphs(tracked: TrackedText, share: number, random: Random): TrackedText {
  const paragraphs = cut(tracked, /[^\n]+\n*/gu).map(({ part }) => part);
  const staying: TrackedText[] = [];
  const moving: TrackedText[] = [];
  for (const paragraph of paragraphs) (random() < share ? moving : staying).push(paragraph);
  for (const paragraph of moving) staying.splice(Math.floor(random() * (staying.length + 1)), 0, paragraph);
  return join(staying);
}
