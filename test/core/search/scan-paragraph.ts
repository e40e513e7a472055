import type { QueryNode, QueryWord } from '../../../core/search/language/query.ts';
import { nameKeysOf } from '../../../core/search/names/name-key.ts';
import { stemKeysOf } from '../../../core/search/stems/stem-keys.ts';
import { type Word, wordsOf } from '../../../core/search/words.ts';

/** What a scan of a whole text knows of it: its words, and which of its keys are written like names somewhere. */
export interface ScannedTexts {
  readonly names: ReadonlySet<string>;
}

const shares = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));

/** Whether `word` of a text is one that `wanted` may stand for: by the definition, without any index. */
function isReading(word: Word, wanted: QueryWord, isExact: boolean, texts: ScannedTexts): boolean {
  const { joined, isPrefix, written, parts } = wanted;
  return word.keys.some((key) => {
    if (key === joined || (isPrefix && key.startsWith(joined))) return true;
    if (isExact) return false;
    if (shares(stemKeysOf(key), stemKeysOf(joined))) return true;
    const mayBeName = texts.names.has(key) || /\p{Script=Cyrillic}/u.test(key);
    return parts.length === 1 && mayBeName && shares(nameKeysOf(key), nameKeysOf(written));
  });
}

function isPart(word: Word, key: string, isPrefix: boolean): boolean {
  return word.span === 1 && word.keys.some((own) => own === key || (isPrefix && own.startsWith(key)));
}

/** Where `phrase` may end when it begins at the simple word `at`. */
function endsOf(
  words: readonly Word[],
  at: number,
  phrase: readonly QueryWord[],
  isExact: boolean,
  texts: ScannedTexts,
): number[] {
  const [wanted, ...rest] = phrase;
  if (!wanted) return [at];
  const here = words.filter(({ index }) => index === at);
  const nexts = here.filter((word) => isReading(word, wanted, isExact, texts)).map(({ span }) => at + span);
  const { parts, isPrefix } = wanted;
  const isInParts =
    parts.length > 1 &&
    parts.every((part, offset) =>
      words.some((word) => word.index === at + offset && isPart(word, part, isPrefix && offset === parts.length - 1)),
    );
  if (isInParts) nexts.push(at + parts.length);
  return nexts.flatMap((next) => endsOf(words, next, rest, isExact, texts));
}

/** Whether a node of a query stands in a text, by trying everything. */
export function standsIn(text: string, node: QueryNode, texts: ScannedTexts): boolean {
  const words = wordsOf(text);
  const count = words.filter(({ span }) => span === 1).length;
  const places = (phrase: readonly QueryWord[], isExact: boolean): [number, number][] =>
    Array.from({ length: count }, (_, at) => at).flatMap((at) =>
      endsOf(words, at, phrase, isExact, texts).map((end): [number, number] => [at, end]),
    );
  if (node.kind === 'any') return node.of.some((each) => standsIn(text, each, texts));
  if (node.kind === 'phrase') return places(node.words, node.isExact).length > 0;
  const all = node.of.map((phrase) => places(phrase.words, phrase.isExact));
  const chain = (last: number | null, left: readonly number[]): boolean =>
    left.length === 0 ||
    left.some((part) =>
      (all[part] ?? []).some(
        ([start, end]) =>
          (last === null || (start >= last && start - last <= node.distance)) &&
          chain(
            end,
            left.filter((other) => other !== part),
          ),
      ),
    );
  return chain(
    null,
    all.map((_, part) => part),
  );
}
