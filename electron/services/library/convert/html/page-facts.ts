import type { CatalogueFields } from '../../../../../core/statements/catalogue.ts';
import type { HtmlBlock } from './html-block.ts';
import type { PageHead } from './read-html.ts';
import { type JsonLdArticle, readJsonLd } from './read-json-ld.ts';
import { readStatedDate } from './stated-date.ts';
import { readStatedLanguage } from './stated-language.ts';

/** A value of a page, and where it stands. */
interface Found {
  readonly value: string;
  readonly from: string;
}

type People = NonNullable<CatalogueFields['people']['value']>;

const inJsonLd = 'The page’s data for search engines (JSON-LD).';

const dateKeys = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
];

/** As a field has it: on one line, without white space around it. */
const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 1_000);

const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^@/iu.test(text);

/** What a page says of itself in its head, by the names of the fields. */
class Head {
  readonly #head: PageHead;
  readonly jsonLd: JsonLdArticle | null;

  constructor(head: PageHead) {
    this.#head = head;
    this.jsonLd = readJsonLd(head.jsonLd);
  }

  /** The contents of the first of `keys` that the page has, each with its place. */
  metas(keys: readonly string[]): Found[] {
    for (const key of keys) {
      const contents = this.#head.metas.filter((meta) => meta.key === key).map(({ content }) => tidy(content));
      const found = contents.filter((content) => content !== '' && !isAddress(content));
      if (found.length > 0) return found.map((value) => ({ value, from: `The page’s <meta> “${key}”.` }));
    }
    return [];
  }

  json(key: 'title' | 'date' | 'language' | 'publisher'): Found[] {
    const value = tidy(this.jsonLd?.[key] ?? '');
    return value === '' || isAddress(value) ? [] : [{ value, from: inJsonLd }];
  }

  get title(): Found[] {
    const value = tidy(this.#head.title ?? '');
    return value === '' ? [] : [{ value, from: 'The page’s <title>.' }];
  }
}

/**
 * The title: the article’s first <h1>, unless the page gives itself another one than that and its site’s name. A page’s <title> is
 * the last to be asked, since most put the site’s name into it.
 */
function titleOf(head: Head, blocks: readonly HtmlBlock[], isOfArticle: readonly boolean[] | null): Found | undefined {
  const block = blocks.find(({ element }, at) => element === 'h1' && isOfArticle?.[at] !== false);
  const [given] = head.metas(['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title']);
  const heading = block && { value: tidy(block.text), from: 'The page’s <h1>.' };
  if (heading && (!given || given.value.toLowerCase().includes(heading.value.toLowerCase()))) return heading;
  return given ?? [...head.json('title'), ...head.title][0];
}

function peopleOf(head: Head): { value: People; from: string } | null {
  const metas = head.metas(['author', 'article:author', 'dc.creator', 'dcterms.creator', 'citation_author', 'byl']);
  const named = metas.flatMap(({ value }) => value.split(';')).map(tidy);
  const authors =
    metas.length > 0
      ? named.map((name) => ({ name, isOrganization: false }))
      : (head.jsonLd?.authors ?? []).map(({ name, isOrganization }) => ({ name: tidy(name), isOrganization }));
  const people = new Map<string, People[number]>();
  for (const { name, isOrganization } of authors.slice(0, 100)) {
    if (name === '' || isAddress(name)) continue;
    people.set(name, { name, role: isOrganization ? 'organisation' : '', as: isOrganization ? 'issuer' : 'author' });
  }
  return people.size === 0 ? null : { value: [...people.values()], from: metas[0]?.from ?? inJsonLd };
}

/** The dates of <time> that may be the page’s: those that say so, and those in its article; of a page without one, the only one. */
function timesOf(
  { times }: PageHead,
  blocks: readonly HtmlBlock[],
  isOfArticle: readonly boolean[] | null,
): readonly Found[] {
  const inArticle = new Set(
    blocks.flatMap(({ sources }, at) => (isOfArticle?.[at] === true ? [...sources.keys()] : [])),
  );
  const published = times.filter(({ isPublication }) => isPublication);
  const others =
    isOfArticle === null && times.length === 1 ? times : times.filter(({ element }) => inArticle.has(element));
  return [...published, ...others].map(({ datetime }) => ({ value: datetime, from: 'A <time> of the page.' }));
}

const stated = <Value>({ value, from }: { value: Value; from: string }) => ({ value, basis: 'stated' as const, from });

/**
 * What a page states of itself. `isOfArticle` says which of `blocks` are of its article; `null` where none was found. What
 * follows from no statement of the page is left out.
 */
export function factsOf(
  page: PageHead,
  blocks: readonly HtmlBlock[],
  isOfArticle: readonly boolean[] | null,
): Partial<CatalogueFields> {
  const head = new Head(page);
  const title = titleOf(head, blocks, isOfArticle);
  const people = peopleOf(head);
  const [publisher] = [
    ...head.metas(['og:site_name', 'publisher', 'dc.publisher', 'dcterms.publisher', 'citation_publisher']),
    ...head.json('publisher'),
  ];
  const dated = [
    ...head.metas(dateKeys.slice(0, 2)),
    ...head.json('date'),
    ...head.metas(dateKeys.slice(2)),
    ...timesOf(page, blocks, isOfArticle),
  ];
  const date = dated
    .map(({ value, from }) => ({ value: readStatedDate(value), from }))
    .find((found): found is Found => found.value !== null);
  const ofHtml = page.language === null ? [] : [{ value: page.language, from: 'The page’s <html lang>.' }];
  const spoken = [...ofHtml, ...head.metas(['content-language', 'dc.language', 'og:locale']), ...head.json('language')];
  const language = spoken
    .map(({ value, from }) => ({ value: readStatedLanguage(value), from }))
    .find((found): found is Found => found.value !== null);
  const [rights] = head.metas(['dcterms.rights', 'dc.rights', 'copyright', 'rights']);
  const isNews = /NewsArticle$/u.test(head.jsonLd?.type ?? '');
  return {
    ...(title && { title: stated(title) }),
    ...(isNews && { kind: stated({ value: 'news report' as const, from: inJsonLd }) }),
    ...(publisher && { publisher: stated(publisher) }),
    ...(people && { people: stated(people) }),
    ...(date && { date: stated(date) }),
    ...(language && { language: stated(language) }),
    ...(rights && { rights: stated(rights) }),
  };
}
