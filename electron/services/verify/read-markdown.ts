import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { parse, YAMLError } from 'yaml';
import { z } from 'zod';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { htmlTracker } from './markdown-html.ts';
import {
  addDisguise,
  addPosition,
  addQuotation,
  addUnmarked,
  checkRecord,
  type Findings,
  newFindings,
  printedPosition,
  type ReadExport,
  withoutRecord,
} from './read-export.ts';

const kind = 'Markdown file';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];
type Parents = Extract<Nodes, { children: unknown[] }>;

const FrontMatter = z.object({ attest: z.unknown() });
const Labels = z.object({ excerpts: z.array(z.object({ number: z.int(), label: z.string() })) });

const frontMatter = /^---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/su;

/** What a quotation may consist of, so that its text is what a renderer shows. */
const plainNodes = new Set<Nodes['type']>([
  'blockquote',
  'paragraph',
  'text',
  'break',
  'emphasis',
  'strong',
  'inlineCode',
  'link',
  'footnoteReference',
]);

const sentences = {
  markup: 'Something stands in it that Attest did not write, so what is shown is not its text alone.',
  around: 'It stands inside HTML that Attest did not write, which may hide it or change its looks.',
  style: 'The file has a style sheet or a script of its own, so what is shown cannot be told.',
} as const;

/** How long a piece is before the next begins, in UTF-16 units. */
const pieceLength = 8_000;

const isParent = (node: Nodes): node is Parents => 'children' in node;

/** The text of `node` as it is rendered: a hard break is a line feed, a line end that is none is a space. */
function renderedText(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'footnoteReference') return '';
  if (node.type === 'text') return node.value.replaceAll('\n', ' ');
  if (isParent(node)) return node.children.map(renderedText).join(node.type === 'blockquote' ? '\n\n' : '');
  return 'value' in node ? node.value : '';
}

/** The label of the footnote that `quotation` ends with; `null` where it ends with none. */
function labelOf(quotation: Parents): string | null {
  const paragraph = quotation.children.at(-1);
  const last = paragraph && isParent(paragraph) ? paragraph.children.at(-1) : undefined;
  return last?.type === 'footnoteReference' ? last.identifier : null;
}

const isPlain = (node: Nodes): boolean =>
  plainNodes.has(node.type) && (!isParent(node) || node.children.every(isPlain));

/** The exporter’s own anchors, to which the number of an excerpt is linked. */
const ownAnchor = /<span id="excerpt-[a-z0-9-]+"><\/span>/gu;

/** What may reach over an empty line, so that the text cannot be read in pieces: fenced code and HTML. */
const reachesOn = /```|~~~|(?<!\\)<[!?/a-z]/iu;

const mayQuote = (block: string): boolean => /^[^\p{L}<]*>/mu.test(block);

/**
 * `markdown` in pieces that mean by themselves what they mean together, each with the footnotes it refers to: without what
 * holds no quotation: the parser's time grows with the square of the length.
 */
function* piecesOf(markdown: string): Generator<string> {
  const defined = new Set(markdown.match(/^ {0,3}\[\^[^\]\s]+\](?=:)/gmu)?.map((label) => label.trim()));
  // After an empty line, what begins at the margin belongs to nothing before it.
  const reaches = reachesOn.test(markdown.replace(ownAnchor, ''));
  const blocks = reaches ? [markdown] : markdown.split(/\n[ \t]*\n(?=[^\s])/u).filter(mayQuote);
  let piece: string[] = [];
  let length = 0;
  const finish = (): string => {
    const used = new Set(piece.flatMap((block) => block.match(/\[\^[^\]\s]+\]/gu) ?? []));
    const footnotes = [...used].filter((label) => defined.has(label)).map((label) => `${label}: A footnote.`);
    const text = [...piece, ...footnotes].join('\n\n');
    piece = [];
    length = 0;
    return text;
  };
  for (const block of blocks) {
    piece.push(block);
    length += block.length;
    if (length >= pieceLength) yield finish();
  }
  yield finish();
}

function readFrontMatter(yaml: string): Result<unknown> {
  try {
    const front = FrontMatter.safeParse(parse(yaml));
    return front.success ? succeed(front.data.attest) : withoutRecord(kind);
  } catch (error) {
    if (!(error instanceof YAMLError)) throw error;
    return fail('invalid', `The front matter of this ${kind} is not YAML: use the file as it was exported.`);
  }
}

/** The position that each footnote gives, by its label. */
function readPositions(markdown: string): ReadonlyMap<string, ReturnType<typeof printedPosition>> {
  const notes = markdown.matchAll(
    /(?<=^|\n) {0,3}\[\^([^\]\s]+)\]:([^\n]*(?:\n(?! {0,3}\[\^|[ \t]*(?:\n|$))[^\n]*)*)/gu,
  );
  // An editor may have wrapped the lines of a note.
  return new Map(
    [...notes].map(([, label = '', note = '']) => [
      label.toLowerCase(),
      printedPosition(note.replace(/\\(?=[.,])/gu, '').replace(/\s+/gu, ' ')),
    ]),
  );
}

/** Reads the block quotations below `root` in their order into `findings`. `numbers` are those of the excerpts by label. */
function readQuotations(root: Root, numbers: ReadonlyMap<string, number>, findings: Findings): { isStyled: boolean } {
  const html = htmlTracker((text) => addUnmarked(findings, text));
  const visit = (node: Nodes): void => {
    if (node.type === 'html') html.read(node.value);
    if (node.type !== 'blockquote') {
      if (isParent(node)) for (const child of node.children) visit(child);
      return;
    }
    const number = numbers.get(labelOf(node) ?? '');
    if (number === undefined) {
      // The labelled ones inside another are quotations all the same.
      const inner = node.children.filter((child) => child.type === 'blockquote');
      const own = node.children.filter((child) => child.type !== 'blockquote').map(renderedText);
      addUnmarked(findings, own.join('\n\n'));
      for (const child of inner) visit(child);
      return;
    }
    addQuotation(findings, number, renderedText(node));
    if (html.isInside()) addDisguise(findings, number, sentences.around);
    if (!isPlain(node)) addDisguise(findings, number, sentences.markup);
  };
  visit(root);
  html.finish();
  return { isStyled: html.isStyled() };
}

/**
 * Reads a Markdown export back: a quotation is the text, as it is rendered, of the block quotation that ends with the
 * excerpt's footnote; one that ends with none of them is found as one without a mark. Fails with one sentence where the file
 * has no record, or one that cannot be read.
 */
export function readMarkdown(bytes: Uint8Array): Result<ReadExport> {
  const source = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const front = frontMatter.exec(source);
  if (!front) return withoutRecord(kind);
  const attest = readFrontMatter(front[1] ?? '');
  if (!attest.ok) return attest;
  const record = checkRecord(attest.value, kind);
  if (!record.ok) return record;
  const labels = Labels.safeParse(attest.value);
  if (!labels.success) {
    return fail('invalid', `The record of excerpts in this ${kind} has no labels: use the file as it was exported.`);
  }
  const numbers = new Map(labels.data.excerpts.map(({ label, number }) => [label.toLowerCase(), number]));
  const findings = newFindings();
  const body = source.slice(front[0].length);
  let isStyled = false;
  for (const piece of piecesOf(body)) {
    const document = fromMarkdown(piece, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });
    isStyled = readQuotations(document, numbers, findings).isStyled || isStyled;
  }
  const positions = readPositions(body);
  for (const [label, number] of numbers) addPosition(findings, number, positions.get(label) ?? null);
  if (isStyled) for (const number of findings.quotations.keys()) addDisguise(findings, number, sentences.style);
  return succeed({ record: record.value, ...findings });
}
