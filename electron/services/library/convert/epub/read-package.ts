import type { CatalogueFields } from '../../../../../core/statements/catalogue.ts';
import { readStatedDate } from '../html/stated-date.ts';
import { readStatedLanguage } from '../html/stated-language.ts';
import type { XmlElement } from './read-xml.ts';

/** What the package document of a book says of it. */
export interface BookPackage {
  /** The files of its text in reading order, by their names in the archive. */
  readonly chapters: readonly string[];
  readonly facts: Partial<CatalogueFields>;
}

type People = NonNullable<CatalogueFields['people']['value']>;

const isText = (type: string): boolean =>
  /^(?:application\/xhtml\+xml|text\/html|text\/x-oeb1-document)\b/iu.test(type);

/** What those who made a book are called in MARC, where it is not its author. */
const roles: ReadonlyMap<string, string> = new Map([
  ['edt', 'editor'],
  ['trl', 'translator'],
  ['ill', 'illustrator'],
  ['com', 'compiler'],
]);

/** The name in the archive of what `href` points to, from the file `base`; `null` where it leads out of the archive. */
export function resolveHref(base: string, href: string): string | null {
  const path = href.replace(/[?#].*$/su, '');
  if (path === '' || /^[a-z][a-z\d+.-]*:/iu.test(path)) return null;
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // A percent sign that escapes nothing stands for itself.
  }
  const parts = plain.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const part of plain.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, 1_000);

/** The elements of a package by name, and what refines them. */
class Metadata {
  readonly #elements: readonly XmlElement[];

  constructor(elements: readonly XmlElement[]) {
    this.#elements = elements;
  }

  all(name: string): XmlElement[] {
    return this.#elements.filter((element) => element.name === name && tidy(element.text) !== '');
  }

  /** What the package says of one of its statements: in EPUB 3 beside it, in EPUB 2 as its attribute. */
  refinement({ attributes }: XmlElement, property: string, attribute: string): string {
    const id = attributes['id'];
    const refining = this.#elements.find(
      (one) =>
        id !== undefined &&
        one.name === 'meta' &&
        one.attributes['refines'] === `#${id}` &&
        one.attributes['property'] === property,
    );
    return tidy(refining?.text ?? attributes[attribute] ?? '').toLowerCase();
  }
}

const stated = <Value>(value: Value, element: string) => ({
  value,
  basis: 'stated' as const,
  from: `The book’s <dc:${element}>.`,
});

function peopleOf(metadata: Metadata): People {
  const people = new Map<string, People[number]>();
  for (const creator of metadata.all('creator').slice(0, 100)) {
    const name = tidy(creator.text);
    people.set(name, { name, role: roles.get(metadata.refinement(creator, 'role', 'role')) ?? '', as: 'author' });
  }
  return [...people.values()];
}

function factsOf(metadata: Metadata): Partial<CatalogueFields> {
  const titles = metadata.all('title');
  const main = titles.find((title) => metadata.refinement(title, 'title-type', 'type') === 'main') ?? titles[0];
  const people = peopleOf(metadata);
  const [publisher] = metadata.all('publisher');
  const [rights] = metadata.all('rights');
  const dates = metadata.all('date');
  const published = dates.filter((date) => date.attributes['event'] === 'publication');
  const date = [...published, ...dates.filter((one) => one.attributes['event'] === undefined)]
    .map(({ text }) => readStatedDate(text))
    .find((found) => found !== null);
  const language = metadata
    .all('language')
    .map(({ text }) => readStatedLanguage(text))
    .find((found) => found !== null);
  return {
    ...(main && { title: stated(tidy(main.text), 'title') }),
    ...(people.length > 0 && { people: stated(people, 'creator') }),
    ...(publisher && { publisher: stated(tidy(publisher.text), 'publisher') }),
    ...(date && { date: stated(date, 'date') }),
    ...(language && { language: stated(language, 'language') }),
    ...(rights && { rights: stated(tidy(rights.text), 'rights') }),
  };
}

/** Reads the package document of EPUB 2 or 3, the file `name` of the archive. The table of contents is no chapter. */
export function readPackage(elements: readonly XmlElement[], name: string): BookPackage {
  const manifest = new Map(
    elements.flatMap(({ name: own, attributes }) => {
      const id = attributes['id'];
      return own === 'item' && id !== undefined ? [[id, attributes] as const] : [];
    }),
  );
  const chapters = elements.flatMap(({ name: own, attributes }) => {
    const item = own === 'itemref' ? manifest.get(attributes['idref'] ?? '') : undefined;
    if (!item || !isText(item['media-type'] ?? '') || /(?:^|\s)nav(?:\s|$)/u.test(item['properties'] ?? '')) return [];
    const file = resolveHref(name, item['href'] ?? '');
    return file === null ? [] : [file];
  });
  return { chapters: [...new Set(chapters)], facts: factsOf(new Metadata(elements)) };
}
