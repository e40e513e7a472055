import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type ArticlePage, markOf, type PageElement } from './article-page.ts';
import type { HtmlBlock } from './html-block.ts';

/** An article that is shorter is none: whatever Readability finds then is the longest of what it could not use. */
const leastCharacters = 140;
/** From which part of it on, in links, a block that Readability left out is a list of links and no text. */
const mostlyLinks = 0.8;

/** What is needed of an element of linkedom: the DOM’s own types are a browser’s. */
interface DomElement {
  readonly getAttributeNames: () => readonly string[];
  readonly querySelectorAll: (selector: string) => Iterable<DomElement>;
}

/** The numbers of the elements that Readability keeps for an article; `null` where it finds none. */
function elementsKept(html: string): ReadonlySet<number> | null {
  // An author is named, so that Readability takes no line out as the author’s; and no title, so that it takes no heading out.
  const page = `<!doctype html><html><head><meta name="author" content="-"></head><body>${html}</body></html>`;
  const { document } = parseHTML(page);
  const kept = new Set<number>();
  const mark = new RegExp(`^${markOf(0).slice(0, -1)}(\\d+)$`, 'u');
  const note = (article: object): string => {
    // Readability gives an element of the document that it was given, which is linkedom’s.
    for (const element of (article as DomElement).querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) {
        const number = mark.exec(name)?.[1];
        if (number !== undefined) kept.add(Number(number));
      }
    }
    return '';
  };
  try {
    const article = new Readability(document, { serializer: note, disableJSONLD: true }).parse();
    return article === null ? null : kept;
  } catch (fault) {
    // What a strange page leads Readability to is no reason not to read its text.
    if (fault instanceof Error) return null;
    throw fault;
  }
}

/** The innermost element that both are in, or are. */
function common(elements: readonly PageElement[], first: number, second: number): number {
  let [a, b] = [first, second];
  // An element has a greater number than what it is in.
  while (a !== b) {
    if (a > b) a = elements[a]?.parent ?? -1;
    else b = elements[b]?.parent ?? -1;
  }
  return a;
}

function isWithin(elements: readonly PageElement[], element: number, region: number): boolean {
  let at = element;
  while (at > region) at = elements[at]?.parent ?? -1;
  return at === region;
}

const charactersOf = ({ sources }: HtmlBlock): number => [...sources.values()].reduce((sum, count) => sum + count, 0);

function charactersIn({ sources }: HtmlBlock, kept: ReadonlySet<number>): number {
  return [...sources].reduce((sum, [element, count]) => sum + (kept.has(element) ? count : 0), 0);
}

/** What tells of a block whether it is of the article. */
class Article {
  readonly #elements: readonly PageElement[];
  readonly #kept: ReadonlySet<number>;
  readonly #region: number;

  constructor(elements: readonly PageElement[], kept: ReadonlySet<number>, blocks: readonly HtmlBlock[]) {
    this.#elements = elements;
    this.#kept = kept;
    const sources = blocks.flatMap((block) => [...block.sources.keys()].filter((element) => kept.has(element)));
    const [first = -1] = sources;
    this.#region = sources.reduce((region, element) => common(elements, region, element), first);
  }

  isKept(block: HtmlBlock): boolean {
    return 2 * charactersIn(block, this.#kept) >= charactersOf(block);
  }

  isPlain(block: HtmlBlock): boolean {
    return (
      block.linked <= mostlyLinks * charactersOf(block) &&
      [...block.sources.keys()].every((element) => !this.#elements[element]?.isSurrounding)
    );
  }

  /**
   * Whether a block that Readability has left out is text all the same: where it stands between what was kept, and nothing says
   * that it only surrounds it. Readability makes an article short; here, whatever is in doubt is to be read.
   */
  isAmongKept(block: HtmlBlock): boolean {
    const region = this.#elements[this.#region];
    // The surroundings of an article may be named so themselves, as a page’s only column may.
    const isAround = (element: number): boolean =>
      this.#elements[element]?.isSurrounding === true && region?.isSurrounding !== true;
    const sources = [...block.sources.keys()];
    if (!sources.some((element) => isWithin(this.#elements, element, this.#region)) || sources.some(isAround)) {
      return false;
    }
    // A list of names with links, as of those who signed, looks like any list of links; only where the article is all of the
    // page is it more likely the page’s own.
    const mayBeLinks = block.kind !== 'paragraph' && region?.name !== 'body';
    return mayBeLinks || block.linked <= mostlyLinks * charactersOf(block);
  }
}

/**
 * Tells for each of a page’s blocks whether it is of the page’s article, as Readability finds it; `null` where there is none, or the
 * page is too large to look for one. The headline above it, and what stands between them, belong to it.
 */
export function findArticle(blocks: readonly HtmlBlock[], page: ArticlePage): readonly boolean[] | null {
  const html = page.html();
  const kept = html === null ? null : elementsKept(html);
  if (kept === null) return null;
  const characters = blocks.reduce((sum, block) => sum + charactersIn(block, kept), 0);
  if (characters < leastCharacters) return null;
  const article = new Article(page.elements, kept, blocks);
  const isOfArticle = blocks.map((block) => article.isKept(block) || article.isAmongKept(block));
  const first = isOfArticle.indexOf(true);
  const headline = blocks.findLastIndex(
    (block, at) => at < first && block.kind === 'heading' && block.level === 1 && article.isPlain(block),
  );
  if (headline === -1) return isOfArticle;
  return blocks.map(
    (block, at) => isOfArticle[at] === true || (at >= headline && at < first && article.isPlain(block)),
  );
}
