import type { CitationStyle } from '../../../../core/citations/citation-style.ts';
import type { CslDate, CslItem, CslName } from '../../../../core/citations/csl-item.ts';
import { onOneLine } from './one-line.ts';
import { shieldFor } from './shield-text.ts';

/** Stands for a supplied title: it is printed without quotation marks, in no other look and letter case than its own. */
export const suppliedTitleMark = '\ue000';

/** A source as the style's engine is to have it. */
export interface PrintedItem {
  /** CSL-JSON. */
  readonly csl: object;
  /** The same without authors, cited by its title. */
  readonly cslByTitle: object;
  readonly hasAuthor: boolean;
  /** The date in words where the style is given it so, else `null`. */
  readonly date: string | null;
  /** Parts that may end with the full stop of an abbreviation. */
  readonly endings: readonly string[];
  /** Puts back what was covered. */
  readonly uncover: (text: string) => string;
}

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/**
 * What citeproc does not set as it is, or, as quotation marks, by the rules of the style: whatever looks like a tag, all that is no
 * letter, digit or common punctuation, and letters that change into others as capitals.
 */
const unsafe =
  /<[^<>]*>|[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{M}\p{Nd} .,:;!?'"“”‘’()[\]/–—-]|[ªºßŉǰΐΰև\u1e96-\u1e9a\u1f50-\u1fff\ufb00-\ufb17\u{10000}-\u{10ffff}]/gu;

/** A date in the words of MLA and of the Bluebook; these styles have no way of their own to say that it was inferred. */
function wordDate(date: CslDate, style: 'mla' | 'legal'): string {
  if ('literal' in date) return date.literal;
  const [year, month, day] = date['date-parts'][0] ?? [];
  const name = month === undefined ? undefined : months[month - 1];
  const monthAndDay = style === 'mla' ? [day, name] : [name, day !== undefined && `${day},`];
  const words = [...monthAndDay, year].filter((part) => part !== undefined && part !== false).join(' ');
  if (!date.circa) return words;
  return style === 'mla' ? `[${words}?]` : `${words}?`;
}

/** `null` where the style words the date itself. */
function dateInWords(issued: CslDate | undefined, style: CitationStyle): string | null {
  if (style === 'legal') return issued === undefined ? 'n.d.' : wordDate(issued, style);
  if (issued === undefined) return null;
  const isInferred = 'circa' in issued && issued.circa === true;
  return 'literal' in issued || (style === 'mla' && isInferred) ? wordDate(issued, 'mla') : null;
}

const isBodyNamed = (name: string) => (author: CslName) => 'literal' in author && author.literal === name;

const endStandIns = new Map([...'.,:;!?'].map((end, index) => [end, String.fromCharCode(0xe010 + index)]));
const coveredEnds = new Map([...endStandIns].map(([end, standIn]) => [standIn, end]));

/** Punctuation at either end of a title is its own, and not to be merged with the style's. */
function coverEnds(title: string): string {
  return title.replace(/^[.,:;!?]+|[,:;]+$/gu, (ends) => ends.replace(/./gu, (end) => endStandIns.get(end) ?? end));
}

/**
 * `item` as it is printed. A body that published its own statement is its author and not its publisher besides; of a
 * statement that names no author, the publisher stands as the body that issued it, except for a newspaper. Everything but newspapers
 * is a pamphlet to the styles, for which all of them give the full date.
 */
export function printedItem(item: CslItem, style: CitationStyle): PrintedItem {
  const isNews = item.type === 'article-newspaper';
  const publisher = item.publisher === undefined ? undefined : onOneLine(item.publisher);
  const container = item['container-title'] === undefined ? undefined : onOneLine(item['container-title']);
  const stated = (item.author ?? []).map(
    (name): CslName =>
      'literal' in name
        ? { literal: onOneLine(name.literal) }
        : { family: onOneLine(name.family), given: onOneLine(name.given) },
  );
  const authors = stated.length === 0 && publisher !== undefined ? [{ literal: publisher }] : stated;
  const keep = (name: string | undefined): string | undefined =>
    name === undefined || authors.some(isBodyNamed(name)) ? undefined : name;
  const title = onOneLine(item.title);
  const isSupplied = /^\[.*\]$/u.test(title);
  const date = dateInWords(item.issued, style);
  const parts = { title, publisher: keep(publisher), container: keep(container), genre: item.genre, date };
  const names = authors.flatMap((name) => ('literal' in name ? [name.literal] : [name.family, name.given]));
  const shield = shieldFor(
    [...Object.values(parts), ...names].flatMap((text) => text ?? []),
    unsafe,
  );
  const cover = (text: string | null | undefined) => (text == null ? undefined : shield.cover(text));
  const coverName = (name: CslName): CslName =>
    'literal' in name
      ? { literal: shield.cover(name.literal) }
      : { family: shield.cover(name.family), given: shield.cover(name.given) };

  const cslByTitle = {
    id: item.id,
    type: isNews && style !== 'legal' ? 'article-newspaper' : 'pamphlet',
    title: isSupplied ? suppliedTitleMark : coverEnds(shield.cover(title)),
    publisher: cover(parts.publisher),
    'container-title': cover(parts.container),
    genre: cover(parts.genre),
    language: item.language,
    issued: date === null ? item.issued : { literal: cover(date) },
  };
  return {
    csl: authors.length === 0 ? cslByTitle : { ...cslByTitle, author: authors.map(coverName) },
    cslByTitle,
    hasAuthor: authors.length > 0,
    date,
    endings: ['n.d.', title, parts.publisher, parts.container, ...names].flatMap((text) => text ?? []),
    uncover: (text) =>
      shield
        .uncover(text.replace(/[\ue010-\ue01f]/gu, (end) => coveredEnds.get(end) ?? end))
        .replaceAll(suppliedTitleMark, title),
  };
}
