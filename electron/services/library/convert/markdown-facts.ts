import { parse } from 'yaml';
import type { CatalogueFields } from '../../../../core/statements/catalogue.ts';
import { readDate } from '../../../../core/statements/edtf-date.ts';

/** The front matter of a Markdown file: what it says, and how many UTF-16 units of the file it is. */
export interface FrontMatter {
  readonly values: Readonly<Record<string, unknown>>;
  readonly length: number;
}

const frontMatter = /^---[ \t]*\n([\s\S]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;

/** Reads the block of YAML at the beginning of `markdown`; `null` where there is none. */
export function readFrontMatter(markdown: string): FrontMatter | null {
  const found = frontMatter.exec(markdown);
  if (!found) return null;
  try {
    const values: unknown = parse(found[1] ?? '', { maxAliasCount: 10, logLevel: 'error' });
    if (typeof values !== 'object' || values === null || Array.isArray(values)) return null;
    return { values: { ...values }, length: found[0].length };
  } catch {
    // What is no YAML is no front matter, but a part of the text between two rules.
    return null;
  }
}

/** The longest value that is somebody’s and no mistake, in UTF-16 units. */
const longestValue = 1_000;

function textIn(value: unknown): string | null {
  const text =
    typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, longestValue) : '';
  return text === '' ? null : text;
}

/** A person is written as a name, or as an object that has one. */
function nameIn(value: unknown): string | null {
  return textIn(typeof value === 'object' && value !== null && 'name' in value ? value.name : value);
}

function dateIn(value: unknown): string | null {
  const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])/u.exec(textIn(value) ?? '')?.[0];
  return date !== undefined && readDate(date) !== null ? date : null;
}

function languageIn(value: unknown): string | null {
  try {
    return Intl.getCanonicalLocales(textIn(value)?.replaceAll('_', '-') ?? '')[0] ?? null;
  } catch {
    // What is no language tag throws.
    return null;
  }
}

/** The catalogue fields that front matter states, by the names that Pandoc, Jekyll and Hugo have for them. */
export function factsOfFrontMatter({ values }: FrontMatter): Partial<CatalogueFields> {
  const from = (key: string): string => `The front matter, “${key}”.`;
  const stated = <Value>(value: Value, key: string) => ({ value, basis: 'stated' as const, from: from(key) });
  const keyOf = (...keys: string[]): string => keys.find((key) => values[key] !== undefined) ?? keys[0] ?? '';
  const [authorKey, languageKey] = [keyOf('author', 'authors'), keyOf('lang', 'language')];
  const written = values[authorKey];
  const names = (Array.isArray(written) ? written : [written]).map(nameIn).filter((name) => name !== null);
  const [title, date, publisher] = [textIn(values['title']), dateIn(values['date']), textIn(values['publisher'])];
  const language = languageIn(values[languageKey]);
  const people = names.map((name) => ({ name, role: 'author', as: 'author' as const }));
  return {
    ...(title !== null && { title: stated(title, 'title') }),
    ...(people.length > 0 && { people: stated(people, authorKey) }),
    ...(date !== null && { date: stated(date, 'date') }),
    ...(language !== null && { language: stated(language, languageKey) }),
    ...(publisher !== null && { publisher: stated(publisher, 'publisher') }),
  };
}
