import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { fail, succeed } from '../../../../core/result.ts';
import type { CatalogueFields } from '../../../../core/statements/catalogue.ts';
import type { Convert } from './conversion.ts';
import { readHtml } from './html/read-html.ts';
import { type ConvertedBlock, joinBlocks } from './join-blocks.ts';
import { factsOfFrontMatter, readFrontMatter } from './markdown-facts.ts';
import { type MarkdownPiece, markdownPieces } from './markdown-pieces.ts';
import { tableRows } from './markdown-table.ts';
import { readText } from './read-text.ts';
import { refuseText } from './refuse-source.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];
type Parents = Extract<Nodes, { children: unknown[] }>;

const isParent = (node: Nodes): node is Parents => 'children' in node;

const parseMarkdown = (source: string): Root =>
  fromMarkdown(source, { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] });

/** What is shown of what stands in a line: a hard break is a line feed, a line end that is none is a space. */
function shownInline(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/ *\n */gu, ' ');
  if (node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br[\s/>]/iu.test(node.value) ? '\n' : '';
  if (node.type === 'footnoteReference') return `[${node.label ?? node.identifier}]`;
  return isParent(node) ? node.children.map(shownInline).join('') : '';
}

const inlineText = (node: Nodes): string =>
  shownInline(node)
    .replace(/[ \t]*\n[ \t]*/gu, '\n')
    .trim();

/** A cell is parsed behind a word, so that nothing at its beginning is taken for the beginning of a block. */
function shownCell(cell: string): string {
  if (!/[*_`[\]<&\\!]/u.test(cell)) return cell;
  const [paragraph] = parseMarkdown(`x ${cell}`).children;
  return paragraph ? inlineText(paragraph).slice(2).replaceAll('\n', ' ') : cell;
}

/** The block with something before its text, where it is the first of an item or a footnote. */
function led(blocks: ConvertedBlock[], lead: string, hint: ConvertedBlock['hint']): ConvertedBlock[] {
  const [first, ...others] = blocks;
  if (!first) return [];
  const own = first.hint ?? hint;
  return [{ text: lead + first.text, ...(own && { hint: own }) }, ...others];
}

/** A numbered item has its number where it is the one that is shown; a bullet is a mark and no text. */
function blocksOfList(list: Extract<Nodes, { type: 'list' }>, source: string): ConvertedBlock[] {
  return list.children.flatMap((item, index) => {
    const written = /^\d+/u.exec(source.slice(item.position?.start.offset))?.[0];
    const isShown = list.ordered === true && Number(written) === (list.start ?? 1) + index;
    const mark = isShown ? `${source.slice(item.position?.start.offset).match(/^\d+[.)]/u)?.[0] ?? ''} ` : '';
    const blocks = item.children.flatMap((child) => blocksOf(child, source));
    return led(blocks, mark, { kind: 'list-item', why: 'An item of a list in the Markdown.' });
  });
}

function blocksOfParagraph(paragraph: Extract<Nodes, { type: 'paragraph' }>, source: string): ConvertedBlock[] {
  const written = source.slice(paragraph.position?.start.offset, paragraph.position?.end.offset);
  const rows = tableRows(written.replace(/\n[ \t>]*/gu, '\n'));
  if (rows === null) return [{ text: inlineText(paragraph) }];
  return rows.map((cells) => ({
    text: cells.map(shownCell).join('\t'),
    hint: { kind: 'table-row', why: 'A row of a table in the Markdown.' },
  }));
}

function blocksOf(node: Nodes, source: string): ConvertedBlock[] {
  switch (node.type) {
    case 'heading': {
      const level = Math.min(node.depth, 3);
      return [{ text: inlineText(node), hint: { kind: 'heading', level, why: 'A heading of the Markdown.' } }];
    }
    case 'paragraph':
      return blocksOfParagraph(node, source);
    case 'list':
      return blocksOfList(node, source);
    case 'code':
      return [{ text: node.value }];
    case 'html': {
      const page = readHtml(node.value);
      return page.ok ? page.value.blocks.map(({ text }) => ({ text })) : [{ text: node.value }];
    }
    case 'footnoteDefinition': {
      const blocks = node.children.flatMap((child) => blocksOf(child, source));
      return led(blocks, `[${node.label ?? node.identifier}] `, undefined);
    }
    default:
      return isParent(node) ? node.children.flatMap((child) => blocksOf(child, source)) : [];
  }
}

function blocksOfPiece({ source, length, isTangled }: MarkdownPiece): ConvertedBlock[] {
  if (isTangled) return [{ text: source.slice(0, length) }];
  const own = parseMarkdown(source).children.filter(({ position }) => (position?.start.offset ?? 0) < length);
  return own.flatMap((node) => blocksOf(node, source));
}

/** The title that the first heading of the first level gives. */
function factsOfHeadings(blocks: readonly ConvertedBlock[]): Partial<CatalogueFields> {
  const title = blocks.find(({ hint }) => hint?.kind === 'heading' && hint.level === 1)?.text.replaceAll('\n', ' ');
  return title ? { title: { value: title, basis: 'stated', from: 'The first heading of the text.' } } : {};
}

/**
 * Markdown (CommonMark with the tables and footnotes of GitHub): the text is what is shown, without the marks; a footnote’s number
 * stands in brackets. Title, date, author and language are taken from front matter.
 */
export const convertMarkdown: Convert = async (file, options) => {
  const read = readText(file, options);
  if (!read.ok) return read;
  const front = readFrontMatter(read.value.text);
  const blocks = [...markdownPieces(read.value.text.slice(front?.length ?? 0))]
    .flatMap(blocksOfPiece)
    .map(({ text, ...block }) => ({ ...block, text: text.replace(/^\n+|\s+$/gu, '') }))
    .filter(({ text }) => text.trim() !== '');
  const { text, structure } = joinBlocks(blocks);
  const refusal = refuseText(text);
  if (refusal !== null) return fail('invalid', refusal);
  const facts = { ...factsOfHeadings(blocks), ...(front && factsOfFrontMatter(front)) };
  return succeed({ ...read.value, format: 'markdown', text, structure, pages: null, facts });
};
