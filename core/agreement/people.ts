import { type Highlight, oneself } from '../highlights/highlight.ts';
import { timeOf, traceId, writerOf } from '../workspace/trace.ts';
import { defaultTrace, tagTraces } from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Somebody with a part in the highlights of a workspace. */
export interface PersonAtWork {
  /** That of their workspace; empty for whoever made what says nobody's name, as some imports do. */
  readonly id: string;
  /** Empty where they gave themselves none. */
  readonly name: string;
  readonly isSelf: boolean;
  /** Highlights that they made, or put a tag on, or whose note they wrote: those of `highlightsBy`. */
  readonly highlights: number;
  /** Highlights that they made. */
  readonly made: number;
  /** How often they put a tag on a highlight. */
  readonly tags: number;
}

interface Part {
  readonly highlight: string;
  readonly maker: string;
  readonly noted: string | null;
  /** Who put on each of its tags. */
  readonly taggers: readonly string[];
}

function partIn(workspace: Workspace, highlight: Highlight): Part {
  const { id, tags, note } = highlight;
  const trace = workspace.traces[traceId('highlight', id)] ?? defaultTrace('highlight', highlight, workspace.id);
  const traces = tagTraces(tags, trace);
  return {
    highlight: id,
    maker: writerOf(trace.since),
    noted: note === '' ? null : writerOf(trace.fields['note'] ?? trace.since),
    taggers: tags.map((tag) => writerOf(traces.get(tag)?.at ?? '')),
  };
}

const partsIn = (workspace: Workspace): Part[] =>
  Object.values(workspace.highlights).map((highlight) => partIn(workspace, highlight));

const inPart = ({ maker, noted, taggers }: Part): Set<string> =>
  new Set([maker, ...taggers, ...(noted === null ? [] : [noted])]);

/**
 * Everybody whose work is in the workspace, oneself first, then those with most highlights. Oneself is there without any work
 * too, and so are those whose work was merged.
 */
export function peopleIn(workspace: Workspace): PersonAtWork[] {
  const counts = new Map<string, { highlights: number; made: number; tags: number }>();
  const countOf = (id: string) => {
    const count = counts.get(id) ?? { highlights: 0, made: 0, tags: 0 };
    counts.set(id, count);
    return count;
  };
  for (const id of [workspace.id, ...Object.keys(workspace.people)]) countOf(id);
  for (const part of partsIn(workspace)) {
    countOf(part.maker).made += 1;
    for (const tagger of part.taggers) countOf(tagger).tags += 1;
    for (const person of inPart(part)) countOf(person).highlights += 1;
  }
  const names = new Map(Object.values(workspace.people).map(({ id, name }) => [id, name]));
  names.set(workspace.id, workspace.settings.name);
  const people = [...counts].map(([id, count]) => ({
    id,
    name: names.get(id) ?? '',
    isSelf: id === workspace.id,
    ...count,
  }));
  return people.sort(
    (a, b) =>
      Number(b.isSelf) - Number(a.isSelf) ||
      b.highlights - a.highlights ||
      a.name.localeCompare(b.name) ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The ids of the highlights that `person` made, or put a tag on that is there still, or whose note they wrote. */
export function highlightsBy(workspace: Workspace, person: string): ReadonlySet<string> {
  const own = partsIn(workspace).filter((part) => inPart(part).has(person));
  return new Set(own.map(({ highlight }) => highlight));
}

/** Who had a part in a highlight, as `PlacedHighlight` has it: whoever made it first. `null` where that was oneself alone. */
export function peopleOf(workspace: Workspace, highlight: Highlight): string[] | null {
  // Of a hundred thousand highlights, most were written here from their beginning on, and have no trace.
  if (!Object.hasOwn(workspace.traces, traceId('highlight', highlight.id))) return null;
  const people = [...inPart(partIn(workspace, highlight))];
  if (people.every((id) => id === workspace.id)) return null;
  return people.map((id) => (id === workspace.id ? oneself : id));
}

/** Who made a highlight, and when (ISO 8601 in UTC); each empty where nobody knows. `null` where there is no such highlight. */
export function makerOf(workspace: Workspace, id: string): { readonly person: string; readonly at: string } | null {
  const highlight = Object.hasOwn(workspace.highlights, id) ? workspace.highlights[id] : undefined;
  if (!highlight) return null;
  const { since } = workspace.traces[traceId('highlight', id)] ?? defaultTrace('highlight', highlight, workspace.id);
  return { person: writerOf(since), at: timeOf(since) };
}
