import type { PlacedHighlight } from '../highlights/highlight.ts';
import type { Tag } from '../tags/tag.ts';
import { inTreeOrder, lineOf } from '../tags/tag-tree.ts';
import type { InsightSources } from './insight-sources.ts';

/** A tag with the highlights that it or a tag under it is on, each once. */
export interface MarkedTag {
  readonly tag: Tag;
  /** The path, as `detention/conditions`. */
  readonly path: string;
  /** 0 at the top of the tree. */
  readonly depth: number;
  /** The ids of the tag and of those above it, from the top down. */
  readonly line: readonly string[];
  readonly highlights: readonly PlacedHighlight[];
}

/** Which of the tags a figure has. */
export interface TagChoice {
  /** Whether sub-tags stand for themselves too, or are counted in the tag at the top alone. */
  readonly hasSubTags: boolean;
}

/**
 * The tags that are on highlights, as a tree: each before its sub-tags, of one level those with most highlights first. A
 * tag counts the highlights of its sub-tags, as it does wherever excerpts are chosen by it.
 */
export function markedTags({ tags, highlights }: InsightSources, { hasSubTags }: TagChoice): MarkedTag[] {
  const tree = inTreeOrder(tags);
  const lines = new Map(tree.map(({ tag }) => [tag.id, lineOf(tags, tag.id).map(({ id }) => id)]));
  const members = new Map<string, PlacedHighlight[]>(tree.map(({ tag }) => [tag.id, []]));
  for (const highlight of highlights) {
    for (const id of new Set(highlight.tags.flatMap((tag) => lines.get(tag) ?? []))) members.get(id)?.push(highlight);
  }
  const marked = tree.flatMap(({ tag, path, depth }, index) => {
    const own = members.get(tag.id) ?? [];
    const isShown = own.length > 0 && (hasSubTags || depth === 0);
    return isShown ? [{ index, mark: { tag, path, depth, line: lines.get(tag.id) ?? [], highlights: own } }] : [];
  });
  const byParent = new Map<string | null, typeof marked>();
  for (const entry of marked) {
    const { parent } = entry.mark.tag;
    byParent.set(parent, [...(byParent.get(parent) ?? []), entry]);
  }
  const under = (parent: string | null): MarkedTag[] =>
    (byParent.get(parent) ?? [])
      .sort((a, b) => b.mark.highlights.length - a.mark.highlights.length || a.index - b.index)
      .flatMap(({ mark }) => [mark, ...under(mark.tag.id)]);
  return under(null);
}

/** The `limit` tags with most highlights, in the order they come; a tag is there wherever one under it is. */
export function largestTags(marked: readonly MarkedTag[], limit: number): MarkedTag[] {
  const largest = [...marked].sort((a, b) => b.highlights.length - a.highlights.length).slice(0, limit);
  const kept = new Set(largest);
  return marked.filter((mark) => kept.has(mark));
}
