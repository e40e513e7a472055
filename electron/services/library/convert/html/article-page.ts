import { type Attributes, isSurrounding } from './html-elements.ts';

/** An element that is shown, as far as finding the article needs it. Its number is its place in the list. */
export interface PageElement {
  readonly name: string;
  /** The number of the element that it is in; -1 of none. */
  readonly parent: number;
  /** Whether it, or what it is in, holds what surrounds articles. */
  readonly isSurrounding: boolean;
}

/** The names that Readability knows what to make of; all others become one of `span` and `div`. */
const known: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside b blockquote body br center cite code dd details div dl dt em fieldset figcaption figure ' +
    'font footer form h1 h2 h3 h4 h5 h6 header hr i label li main mark nav ol p pre q s section small span strong sub ' +
    'summary sup table tbody td tfoot th thead time tr u ul'
  ).split(' '),
);

const voids: ReadonlySet<string> = new Set(['br', 'hr']);

/** What there is once in every page, and is written around the copy. */
const frame: ReadonlySet<string> = new Set(['html', 'head', 'body']);

const copied = ['class', 'id', 'role', 'rel', 'itemprop'] as const;

/**
 * The most of a page in which an article is looked for: elements, and UTF-16 units of text, each counted once for every element that
 * it is in, since Readability looks at the text of each again and again. This much takes it some seconds.
 */
const mostElements = 40_000;
const mostText = 80_000_000;
/** How deep elements may stand in one another there; what is deeper is given with what it is in. */
const deepest = 120;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The attribute by which an element is known again. Each has its own, since Readability copies attributes between elements. */
export const markOf = (element: number): string => `data-n${element}`;

/**
 * A copy of a page’s elements and text, made while it is read, for Readability to look at and to take apart: without scripts,
 * addresses, pictures and whatever is not shown.
 */
export class ArticlePage {
  readonly elements: PageElement[] = [];
  #html: string[] = [];
  #textLooked = 0;
  #isWhole = true;
  #depth = 0;

  #write(html: string): void {
    if (this.elements.length > mostElements || this.#textLooked > mostText) this.#isWhole = false;
    if (this.#isWhole) this.#html.push(html);
    else this.#html = [];
  }

  #nameFor(name: string, isBlock: boolean): string {
    if (known.has(name) && this.#depth <= deepest) return name;
    return isBlock ? 'div' : 'span';
  }

  /** Notes that an element begins; gives its number. */
  open(name: string, attributes: Attributes, parent: number, isBlock: boolean): number {
    const around = this.elements[parent]?.isSurrounding ?? false;
    // Past what is looked at, only what is open needs to be told apart: the rest would take room for nothing.
    if (!this.#isWhole) return parent;
    const element = this.elements.length;
    this.elements.push({ name, parent, isSurrounding: around || isSurrounding(name, attributes) });
    this.#depth += 1;
    if (this.#depth > deepest || frame.has(name)) return element;
    const said = copied
      .filter((key) => attributes[key] !== undefined)
      .map((key) => ` ${key}="${escapeHtml((attributes[key] ?? '').slice(0, 500))}"`);
    const href = attributes['href'];
    if (name === 'a' && href !== undefined) said.push(` href="${href.startsWith('#') ? '#' : '/'}"`);
    this.#write(`<${this.#nameFor(name, isBlock)} ${markOf(element)}${said.join('')}>`);
    return element;
  }

  close(name: string, isBlock: boolean): void {
    if (!this.#isWhole) return;
    const isWritten = this.#depth <= deepest && !voids.has(name) && !frame.has(name);
    if (isWritten) this.#write(`</${this.#nameFor(name, isBlock)}>`);
    this.#depth -= 1;
  }

  add(text: string): void {
    this.#textLooked += text.length * (this.#depth + 1);
    if (this.#isWhole) this.#write(escapeHtml(text));
  }

  /** The copy; `null` where the page is too large for an article to be looked for. */
  html(): string | null {
    return this.#isWhole ? this.#html.join('') : null;
  }
}
