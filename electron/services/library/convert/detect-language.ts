import { francAll } from 'franc';

/** How much of a text is looked at, in UTF-16 units; how much of that franc is given at one time, and how often at most. */
const looked = 12_000;
const sampleLength = 400;
const mostSamples = 6;

/** How many samples are compared with every language, and how many of the nearest of each the others are compared with: it takes its time. */
const openSamples = 2;
const mostCandidates = 40;

/** Fewer letters than these say nothing sure, except by a letter that only one language has. */
const fewestLetters = 60;

/**
 * Which languages franc finds close behind another one, that are written so much less that they do not make it doubtful: Scots
 * beside English, Galician beside Spanish and Portuguese.
 */
const kin: ReadonlyMap<string, string> = new Map([
  ['eng', 'sco'],
  ['spa', 'glg'],
  ['por', 'glg'],
]);

/**
 * How much better than the next the best guess must be, of 1, for it to be sure: of a text of one sample, of several, and of several
 * that all say the same; and in which share of them it must be the best.
 */
const smallestLead = { one: 0.06, several: 0.04, unanimous: 0.03 } as const;
const smallestShare = 0.7;

/** Letters that Russian, Belarusian, Ukrainian, Bulgarian, Serbian and Macedonian do not have: others are written with them. */
const otherCyrillic = /(?![а-яёіїєґўјљњћђџѓќѕѐѝ])\p{Script=Cyrillic}/giu;

const words = {
  be: /(?<!\p{L})(?:і|у|ў|на|не|што|з|за|да|па|а|ад|як|для|гэта|яго|або|іх|пра|каб)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:и|в|на|не|что|с|по|к|из|о|у|за|от|как|для|это|а|его|или|их|об|чтобы)(?!\p{L})/giu,
  uk: /(?<!\p{L})(?:і|й|та|в|у|на|не|що|з|за|до|по|від|як|для|це|його|або|їх|про|щоб)(?!\p{L})/giu,
} as const;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Which of the three languages a Cyrillic text is in, by the letters that only one or two of them have; `null` where that is not
 * plain. A quotation in another language may be in it.
 */
function eastSlavic(text: string, letters: number): keyof typeof words | null {
  const dotted = countOf(text, /і/giu);
  const short = countOf(text, /ў/giu);
  const ukrainian = countOf(text, /[їєґ]/giu);
  const russian = countOf(text, /[ыэёъ]/giu);
  // Belarusian has none of these.
  const plain = countOf(text, /[ищъ]/giu);
  if (countOf(text, /[јљњћђџѓќѕ]/giu) * 200 > letters) return null;
  const belarusian = dotted + short;
  if (belarusian > 0 && Math.max(plain, ukrainian) * 8 <= belarusian && short + russian > 0) return 'be';
  const isUkrainian = plain > 0 && (ukrainian > 0 || dotted * 100 > letters);
  if (isUkrainian && Math.max(russian, short) * 8 <= dotted + ukrainian) return 'uk';
  const isRussian = countOf(text, /[ыэ]/giu) * 200 > letters && countOf(text, /и/giu) * 50 > letters;
  return isRussian && (belarusian + ukrainian) * 8 <= russian ? 'ru' : null;
}

function cyrillicLanguage(text: string, letters: number): string | null {
  if (countOf(text, otherCyrillic) * 200 > letters) return null;
  const language = eastSlavic(text, letters);
  if (language === null) return null;
  // Languages of the Caucasus are written with Russian letters, and have other short words.
  const all = countOf(text, /\p{L}+/gu);
  return letters < fewestLetters || countOf(text, words[language]) * 14 >= all ? language : null;
}

/** Chinese, Japanese and Korean, told by their scripts. */
function eastAsianLanguage(text: string, letters: number): string | null {
  const han = countOf(text, /\p{Script=Han}/gu);
  const kana = countOf(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = countOf(text, /\p{Script=Hangul}/gu);
  if ((han + kana + hangul) * 2 < letters) return null;
  if (hangul > han + kana) return 'ko';
  return kana * 10 > han ? 'ja' : 'zh';
}

/** Pieces of `text` of the length that franc is best with, from all over it: its beginning, its middle, then what is between. */
function samplesOf(text: string): string[] {
  const count = Math.min(mostSamples, Math.max(1, Math.floor(text.length / sampleLength)));
  const samples = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * text.length) / count);
    return text.slice(from, from + sampleLength);
  });
  const [middle] = samples.splice(Math.floor(count / 2), 1);
  return middle === undefined ? samples : [...samples.splice(0, 1), middle, ...samples];
}

/** The language that franc finds in nearly all parts of `text`, if it is well ahead of the next one. */
function guessLanguage(text: string, isCyrillic: boolean): string | null {
  // Dari is Persian, and Bosnian in Cyrillic all but Serbian: of two that are one, none would ever be ahead.
  const ignore = isCyrillic ? ['prs', 'bos'] : ['prs'];
  const totals = new Map<string, number>();
  const firsts = new Map<string, number>();
  const candidates = new Set<string>();
  let samples = 0;
  for (const sample of samplesOf(text)) {
    samples += 1;
    const isOpen = samples <= openSamples;
    const ranked = francAll(sample, isOpen ? { ignore } : { ignore, only: [...candidates] });
    if (isOpen) for (const [code] of ranked.slice(0, mostCandidates)) candidates.add(code);
    for (const [code, score] of ranked) totals.set(code, (totals.get(code) ?? 0) + score);
    const first = ranked[0]?.[0] ?? 'und';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  const [best, ...others] = [...totals].sort(([, one], [, other]) => other - one);
  if (!best || best[0] === 'und') return null;
  const next = others.find(([code]) => code !== kin.get(best[0]));
  const lead = (best[1] - (next?.[1] ?? 0)) / samples;
  const share = (firsts.get(best[0]) ?? 0) / samples;
  const needed = samples < 3 ? (samples === 1 ? 'one' : 'several') : share === 1 ? 'unanimous' : 'several';
  if (lead < smallestLead[needed] || share < smallestShare) return null;
  return Intl.getCanonicalLocales(best[0])[0] ?? null;
}

/**
 * The language of a text as a BCP 47 tag, by its first pages; `null` where it is not sure: a text of a few words, one in several
 * languages, or in one that is too much like another.
 */
export function detectLanguage(text: string): string | null {
  const start = text.slice(0, looked).replace(/\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@\S{1,250}/gu, ' ');
  const letters = countOf(start, /\p{L}/gu);
  if (letters < 12) return null;
  const isCyrillic = countOf(start, /\p{Script=Cyrillic}/gu) * 2 > letters;
  if (isCyrillic) {
    const language = cyrillicLanguage(start, letters);
    if (language !== null || letters < fewestLetters) return language;
  }
  const eastAsian = eastAsianLanguage(start, letters);
  if (eastAsian !== null || letters < fewestLetters) return eastAsian;
  return guessLanguage(start, isCyrillic);
}
