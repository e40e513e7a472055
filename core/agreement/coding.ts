import type { PlacedHighlight } from '../highlights/highlight.ts';
import type { Utf16Offset } from '../text/offsets.ts';
import { traceId, writerOf } from '../workspace/trace.ts';
import { defaultTrace, tagTraces } from '../workspace/traced-fields.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** That somebody put a tag on a highlight. `person` is the id of their workspace; empty where nobody knows who it was. */
export interface Tagging {
  readonly person: string;
  readonly highlight: string;
  readonly statement: string;
  readonly tag: string;
}

/** A tagging with where its highlight stands now, in UTF-16 units of the statement. */
export interface CodedSpan extends Tagging {
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
}

/** Who put which tags on what. */
export interface Coding {
  readonly spans: readonly CodedSpan[];
  /** What cannot be compared: its highlight has no place in the text as it is. */
  readonly unplaced: readonly Tagging[];
}

/**
 * Who put which tags on what, in a workspace with `highlights` as they stand now. A tag counts for whoever put it on last: so two
 * people's coding can be told apart where each made highlights of their own before their work was merged. On one highlight a
 * tag is on once.
 */
export function codingOf(workspace: Workspace, highlights: readonly PlacedHighlight[]): Coding {
  const spans: CodedSpan[] = [];
  const unplaced: Tagging[] = [];
  for (const highlight of highlights) {
    const { id, statement, anchor, tags } = highlight;
    const trace = workspace.traces[traceId('highlight', id)] ?? defaultTrace('highlight', highlight, workspace.id);
    const traces = tagTraces(tags, trace);
    for (const tag of tags) {
      const tagging = { person: writerOf(traces.get(tag)?.at ?? ''), highlight: id, statement, tag };
      if (anchor.state === 'anchored') spans.push({ ...tagging, start: anchor.start, end: anchor.end });
      else unplaced.push(tagging);
    }
  }
  return { spans, unplaced };
}
