import { z } from 'zod';
import type { Passage } from '../text/passage.ts';
import { Block, blockAt } from './block.ts';
import { type PageStart, pageAt } from './page-start.ts';
import type { Statement, StatementSummary } from './statement.ts';

/** The page a passage is on, or the first and the last of them, as the document calls its pages: by their labels, else by their numbers from 1. */
export const PageRange = z.object({ first: z.string(), last: z.string() });
export type PageRange = z.infer<typeof PageRange>;

/**
 * Where a passage stands, for citing: the pages where its statement has some, and the paragraph number, or the kind of block where there is
 * none. What is furniture of a document that is laid out on pages is its headers and footers.
 */
export const Place = z.object({
  /** Left out where the statement has no pages. */
  pages: PageRange.optional(),
  paragraph: z.int().positive().nullable(),
  lastParagraph: z.int().positive().nullable(),
  kind: z.enum([...Block.shape.kind.options, 'header-footer']),
  /** Everybody whose words are in the passage, as the document names them, in order of appearance. */
  speakers: z.array(z.string()),
});
export type Place = z.infer<typeof Place>;

type OfFormat = Pick<StatementSummary, 'own'>;

/** What tells where a passage of a statement stands. */
type Placing = Pick<Statement, 'blocks' | 'pages'> & { readonly summary: OfFormat };

/** Whether what is folded away in a statement is the headers and footers of its pages, and not text of a website around it. */
export function hasHeadersAndFooters({ own }: OfFormat): boolean {
  return own?.format === 'pdf' || own?.format === 'docx';
}

/** The kind of a block as a place says it. */
export function placeKind(kind: Block['kind'], summary: OfFormat): Place['kind'] {
  return kind === 'furniture' && hasHeadersAndFooters(summary) ? 'header-footer' : kind;
}

/** A label as it can stand in a line. */
function nameOf(pages: readonly PageStart[], index: number): string {
  return pages[index]?.label.replace(/\s+/gu, ' ').trim() || String(index + 1);
}

/** The pages of what stands between two positions of a statement's text, the end exclusive; `null` where it has none. */
export function pagesOf(pages: readonly PageStart[], start: number, end: number): PageRange | null {
  if (pages.length === 0) return null;
  return { first: nameOf(pages, pageAt(pages, start)), last: nameOf(pages, pageAt(pages, Math.max(start, end - 1))) };
}

/** The place of `passage`; where it begins or ends in the white space between two blocks, the later counts. */
export function placeOf({ blocks, pages = [], summary }: Placing, passage: Passage): Place {
  const first = blockAt(blocks, passage.start);
  const last = blockAt(blocks, passage.end - 1);
  const within = blocks.filter(({ start, end }) => start < passage.end && passage.start < end);
  const [from, to] = [Math.max(passage.start, first?.start ?? 0), Math.max(passage.end, (last?.start ?? 0) + 1)];
  const range = pagesOf(pages, from, to);
  return {
    ...(range && { pages: range }),
    paragraph: first?.paragraph ?? null,
    lastParagraph: last?.paragraph ?? null,
    kind: placeKind(first?.kind ?? 'paragraph', summary),
    speakers: [...new Set(within.flatMap(({ speaker }) => speaker ?? []))],
  };
}
