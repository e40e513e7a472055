import { Parser } from 'htmlparser2';
import { fail, type Result, succeed } from '../../../../../core/result.ts';
import { type Sentence, say } from '../../../../../core/sentence.ts';
import { longestText } from '../conversion.ts';
import { tooLong } from '../refuse-source.ts';
import { ArticlePage } from './article-page.ts';
import type { HtmlBlock } from './html-block.ts';
import { type Attributes, isBlock, isHidden, isPreformatted } from './html-elements.ts';
import { InlineText } from './inline-text.ts';
import { TableDraft } from './table-draft.ts';

/** What a page says of itself, as it says it. */
export interface PageHead {
  /** `lang` of `<html>`. */
  language: string | null;
  title: string | null;
  /** `<meta>`: the name in small letters, of whichever attribute has it, and the content; in order. */
  readonly metas: { readonly key: string; readonly content: string }[];
  /** The scripts of JSON-LD, unread. */
  readonly jsonLd: string[];
  /** `datetime` of the `<time>` elements that are shown, and their numbers. */
  readonly times: { readonly datetime: string; readonly element: number; readonly isPublication: boolean }[];
}

/** A page as it is shown: its blocks in order, and what an article is found by. */
export interface HtmlPage {
  readonly blocks: readonly HtmlBlock[];
  readonly head: PageHead;
  readonly article: ArticlePage;
}

/** How deep elements may stand in one another: browsers count to 512 and go on flat. */
const deepest = 1_000;
/** The most blocks of a page. */
const mostBlocks = 500_000;
/** The most JSON-LD that is looked at, and the most `<meta>` elements, in UTF-16 units and pieces. */
const mostJsonLd = 1_000_000;
const mostMetas = 2_000;

const tooMuch = say(
  /*i18n*/ 'The page is made of more elements, or more of them in one another, than can be read: open it in a browser, and save its text.',
);

/** What the blocks in an element are. Of an item, only the first one is it. */
interface Role {
  readonly kind: 'paragraph' | 'heading' | 'list-item';
  readonly element: string;
  readonly level: 1 | 2 | 3 | null;
  isTaken: boolean;
}

interface OpenElement {
  readonly name: string;
  readonly element: number;
  readonly isInArticle: boolean;
  readonly role: Role;
  readonly isHidden: boolean;
  readonly isBlock: boolean;
  readonly isPreformatted: boolean;
  readonly isLink: boolean;
}

const levels: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 3],
  ['h5', 3],
  ['h6', 3],
]);

/** Elements that hold nothing, and that no article is found by. */
const empty: ReadonlySet<string> = new Set(
  'area base basefont col command embed frame img input isindex keygen link meta param source track wbr'.split(' '),
);

const plain = (element: string): Role => ({ kind: 'paragraph', element, level: null, isTaken: false });

/** The role of what is in an element that has one of its own. */
function roleOf(name: string): Role | null {
  const level = levels.get(name);
  if (level !== undefined) return { kind: 'heading', element: name, level, isTaken: false };
  if (name === 'li' || name === 'dd') return { kind: 'list-item', element: name, level: null, isTaken: false };
  return name === 'dt' || name === 'td' || name === 'th' || name === 'caption' ? plain(name) : null;
}

/** Without the empty lines at its beginning and end. */
function withoutEmptyEnds(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.slice(first, lines.findLastIndex((line) => line.trim() !== '') + 1).join('\n');
}

const outermost: OpenElement = {
  name: '',
  element: -1,
  isInArticle: false,
  role: plain(''),
  isHidden: false,
  isBlock: true,
  isPreformatted: false,
  isLink: false,
};

/** Reads a page from its start to its end, in one go and without looking back. */
class PageReader {
  readonly blocks: HtmlBlock[] = [];
  readonly head: PageHead = { language: null, title: null, metas: [], jsonLd: [], times: [] };
  readonly article = new ArticlePage();
  refusal: Sentence | null = null;
  readonly #open: OpenElement[] = [outermost];
  readonly #tables: TableDraft[] = [];
  readonly #text = new InlineText();
  #role: Role | null = null;
  #hasPreformatted = false;
  #sources = new Map<number, number>();
  #linked = 0;
  #length = 0;
  #made = 0;
  #jsonLd = 0;
  /** Whether the script that is open is JSON-LD. */
  #isJsonLd = false;

  get #innermost(): OpenElement {
    return this.#open.at(-1) ?? outermost;
  }

  #add(block: HtmlBlock): void {
    const table = this.#tables.at(-1);
    if (table) table.add(block);
    else this.blocks.push(block);
  }

  /** Ends the block that is being read. Where empty lines are in it, as two `<br>` make them, it is several. */
  #endBlock(): void {
    const text = this.#text.take();
    const [role, sources, linked] = [this.#role ?? this.#innermost.role, this.#sources, this.#linked];
    const hasPreformatted = this.#hasPreformatted;
    this.#role = null;
    this.#hasPreformatted = false;
    this.#sources = new Map();
    this.#linked = 0;
    if (text.trim() === '') return;
    for (const piece of hasPreformatted ? [text] : text.split(/\n\s*\n/u)) {
      if (piece.trim() === '') continue;
      const whole = withoutEmptyEnds(piece);
      const isItem = role.kind === 'list-item' && !role.isTaken;
      role.isTaken = true;
      const kind = role.kind === 'heading' ? 'heading' : isItem ? 'list-item' : 'paragraph';
      this.#length += whole.length + 2;
      this.#made += 1;
      this.#add({
        text: whole,
        kind: hasPreformatted && kind === 'paragraph' ? 'preformatted' : kind,
        element: role.element,
        level: role.level,
        sources,
        linked,
      });
    }
    if (this.#length > longestText) this.refusal = tooLong;
    if (this.#made > mostBlocks) this.refusal = tooMuch;
  }

  #noteMeta(attributes: Attributes): void {
    const { content, name, property, itemprop } = attributes;
    const key = property ?? name ?? itemprop ?? attributes['http-equiv'];
    if (key === undefined || content === undefined || this.head.metas.length >= mostMetas) return;
    this.head.metas.push({ key: key.trim().toLowerCase(), content: content.slice(0, 5_000) });
  }

  /** What an element says of the page beside its text. */
  #noteFacts(name: string, attributes: Attributes): void {
    if (name === 'html') this.head.language ??= attributes['lang'] ?? attributes['xml:lang'] ?? null;
    if (name === 'meta') this.#noteMeta(attributes);
    if (name === 'script') {
      this.#isJsonLd = /^\s*application\/ld\+json\b/iu.test(attributes['type'] ?? '');
      if (this.#isJsonLd) this.head.jsonLd.push('');
    }
  }

  #noteTime({ datetime, pubdate, itemprop = '' }: Attributes, element: number): void {
    if (datetime === undefined || this.head.times.length >= mostMetas) return;
    const isPublication = pubdate !== undefined || /datePublished/iu.test(itemprop);
    this.head.times.push({ datetime: datetime.slice(0, 100), element, isPublication });
  }

  #startTablePart(name: string, attributes: Attributes): void {
    const table = this.#tables.at(-1);
    if (name === 'table') {
      table?.noteTable();
      this.#tables.push(new TableDraft(attributes['role']));
    } else if (name === 'tr') table?.startRow();
    else if (name === 'td' || name === 'th') table?.startCell(name === 'th');
    else if (name === 'caption') table?.endCell();
  }

  open(name: string, attributes: Attributes): void {
    const outer = this.#innermost;
    const hidden = outer.isHidden || isHidden(name, attributes);
    const block = isBlock(name, attributes);
    this.#noteFacts(name, attributes);
    if (!hidden && block) {
      this.#endBlock();
      this.#startTablePart(name, attributes);
    }
    if (!hidden && name === 'br') this.#text.addBreak();
    const isInArticle = !hidden && !empty.has(name);
    const element = isInArticle ? this.article.open(name, attributes, outer.element, block) : outer.element;
    if (name === 'time' && !hidden) this.#noteTime(attributes, element);
    this.#open.push({
      name,
      element,
      isInArticle,
      role: roleOf(name) ?? outer.role,
      isHidden: hidden,
      isBlock: block,
      isPreformatted: outer.isPreformatted || isPreformatted(name, attributes),
      isLink: outer.isLink || (name === 'a' && attributes['href'] !== undefined),
    });
    if (this.#open.length > deepest) this.refusal = tooMuch;
  }

  text(given: string): void {
    const { name, element, role, isHidden: hidden, isPreformatted: kept, isLink } = this.#innermost;
    const text = given.replaceAll('\u0000', '');
    if (hidden) {
      const outer = this.#open.at(-2) ?? outermost;
      if (name === 'title' && !outer.isHidden) this.head.title = ((this.head.title ?? '') + text).slice(0, 5_000);
      if (name === 'script' && this.#isJsonLd) this.#noteJsonLd(text);
      return;
    }
    const added = this.#text.add(text, kept);
    this.article.add(text);
    if (added === 0) return;
    this.#role ??= role;
    if (kept) this.#hasPreformatted = true;
    this.#sources.set(element, (this.#sources.get(element) ?? 0) + added);
    if (isLink) this.#linked += added;
    if (this.#length + this.#text.length > longestText) this.refusal = tooLong;
  }

  #noteJsonLd(text: string): void {
    this.#jsonLd += text.length;
    const last = this.head.jsonLd.length - 1;
    if (this.#jsonLd <= mostJsonLd) this.head.jsonLd[last] = (this.head.jsonLd[last] ?? '') + text;
  }

  close(): void {
    if (this.#open.length < 2) return;
    const closed = this.#open.pop() ?? outermost;
    if (closed.isHidden) return;
    if (closed.isBlock) {
      // The role is that of the element that ends, where it has text that no other block has had.
      this.#role ??= closed.role;
      this.#endBlock();
    }
    if (closed.isInArticle) this.article.close(closed.name, closed.isBlock);
    const table = this.#tables.at(-1);
    if (closed.name === 'td' || closed.name === 'th') table?.endCell();
    if (closed.name === 'table' && table) {
      this.#tables.pop();
      for (const block of table.finish()) this.#add(block);
    }
  }

  /** Ends what is still open. */
  finish(): void {
    while (this.#open.length > 1) this.close();
    this.#endBlock();
  }
}

/** Without what a document type declares itself: it is no text, and none of its entities is replaced. */
function withoutSubset(xml: string): string {
  return xml.replace(/(<!DOCTYPE\s[^[>]{0,1000})\[[^\]]{0,100000}\]\s*>/iu, '$1>');
}

/**
 * Reads the HTML of a page, or the XHTML of a chapter with `isXhtml`, into blocks, as a browser shows it that has no scripts, no
 * style sheets and no network. Runs and fetches nothing. Fails with a sentence where the page is too deep or too long to be read.
 */
export function readHtml(html: string, isXhtml = false): Result<HtmlPage> {
  const reader = new PageReader();
  const stopping =
    <Given extends readonly unknown[]>(take: (...given: Given) => void) =>
    (...given: Given): void => {
      if (reader.refusal) parser.pause();
      else take(...given);
    };
  const parser: Parser = new Parser(
    {
      onopentag: stopping((name: string, attributes: Attributes) => reader.open(name.toLowerCase(), attributes)),
      ontext: stopping((text: string) => reader.text(text)),
      onclosetag: stopping(() => reader.close()),
    },
    { recognizeSelfClosing: isXhtml, recognizeCDATA: isXhtml },
  );
  parser.write(isXhtml ? withoutSubset(html) : html);
  if (!reader.refusal) parser.end();
  if (!reader.refusal) reader.finish();
  const { blocks, head, article, refusal } = reader;
  return refusal ? fail('invalid', refusal) : succeed({ blocks, head, article });
}
