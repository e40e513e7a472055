import { z } from 'zod';

/**
 * A sentence that the engine says and the reader shows in its user's language. `pattern` is an ICU message in English,
 * of which these forms are used: `{name}`, `{count, plural, =0 {…} one {# tag} other {# tags}}` and
 * `{kind, select, one {…} other {…}}`. It is the key of its translations, and is never put together from values.
 * A value may be a sentence, or a part of one, that is translated by itself.
 */
export interface Sentence {
  readonly pattern: string;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

/** What a placeholder of a sentence stands for. */
export type SentenceValue = string | number | Sentence;

/** The schema of `Sentence`; written beside the type, because both speak of themselves. */
export const Sentence: z.ZodType<Sentence> = z.object({
  pattern: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.lazy(() => Sentence)])),
});

/**
 * A sentence. The pattern stands in the call itself, after the comment `i18n`, by which the extractor of translations
 * finds it.
 */
export function say(pattern: string, values: Sentence['values'] = {}): Sentence {
  return { pattern, values };
}

/** Sentences or words one after the other, with `between` between them: no letters, for it is not translated. */
export function sayInTurn(parts: readonly SentenceValue[], between = ' '): Sentence {
  return { pattern: parts.map((_, at) => `{${at}}`).join(between), values: Object.fromEntries(parts.entries()) };
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at < pattern.length; at += 1) {
    if (pattern[at] === '{') depth += 1;
    if (pattern[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`The pattern “${pattern}” has a brace that is not closed`);
}

/** The texts of a plural or a choice, by their keys. */
function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>();
  let at = 0;
  for (let open = text.indexOf('{'); open !== -1; open = text.indexOf('{', at)) {
    const close = closingBrace(text, open);
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, close));
    at = close + 1;
  }
  return branches;
}

function choose(kind: string, value: string | number, branches: ReadonlyMap<string, string>): string | undefined {
  if (kind === 'select') return branches.get(String(value)) ?? branches.get('other');
  return branches.get(`=${value}`) ?? (value === 1 ? branches.get('one') : undefined) ?? branches.get('other');
}

/** Puts plain values into an English pattern. Throws where it is none, or where a value is missing. */
function fillIn(pattern: string, values: Readonly<Record<string, string | number>>, counted: number | null): string {
  let text = '';
  let at = 0;
  const plain = (end: number): string => {
    const piece = pattern.slice(at, end);
    return counted === null ? piece : piece.replaceAll('#', counted.toLocaleString('en'));
  };
  for (let open = pattern.indexOf('{'); open !== -1; open = pattern.indexOf('{', at)) {
    const close = closingBrace(pattern, open);
    const [name = '', kind, ...rest] = pattern.slice(open + 1, close).split(',');
    const value = values[name.trim()];
    if (value === undefined) throw new Error(`The pattern “${pattern}” has no value for “${name.trim()}”`);
    text += plain(open);
    if (kind === undefined) text += value;
    else {
      const branch = choose(kind.trim(), value, branchesOf(rest.join(',')));
      if (branch === undefined) throw new Error(`The pattern “${pattern}” says nothing for ${value}`);
      text += fillIn(branch, values, typeof value === 'number' ? value : counted);
    }
    at = close + 1;
  }
  return text + plain(pattern.length);
}

/** A translation with its values in it; `null` where there is none of the pattern. */
export type Translation = (pattern: string, values: Readonly<Record<string, string | number>>) => string | null;

/**
 * A sentence as it is read. One that has no translation is English with all that is in it. Throws where a value is
 * missing.
 */
export function wordSentence(sentence: Sentence, translation: Translation): string {
  const { pattern, values } = sentence;
  const worded: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    worded[name] = typeof value === 'object' ? wordSentence(value, translation) : value;
  }
  // Without a letter it only puts others in their order, and says nothing that could be translated.
  if (!/\p{L}/u.test(pattern)) return fillIn(pattern, worded, null);
  return translation(pattern, worded) ?? inEnglish(sentence);
}

/** A sentence in English. Throws where a value is missing. */
export function inEnglish({ pattern, values }: Sentence): string {
  const worded: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    worded[name] = typeof value === 'object' ? inEnglish(value) : value;
  }
  return fillIn(pattern, worded, null);
}
