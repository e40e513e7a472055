import { createExcerptReader } from '../../core/excerpts/build-excerpts.ts';
import type { Excerpt } from '../../core/excerpts/excerpt.ts';
import type { PlacedHighlight } from '../../core/highlights/highlight.ts';
import type { CallInput } from '../../core/ipc-contract.ts';
import type { Annotations } from './annotations.ts';
import type { Collection } from './open-collection.ts';

/** What is kept between two calls, as long as nothing has changed. */
interface Prepared {
  readonly highlights: ReadonlyMap<string, PlacedHighlight>;
  readonly readers: Map<CallInput<'readExcerpts'>['context'], ReturnType<typeof createExcerptReader>>;
}

/** The call `readExcerpts`; `revision` counts the changes of the annotations. */
export function createExcerptCall(
  { summaries, statements }: Collection,
  annotations: Annotations,
  revision: () => number,
): (input: CallInput<'readExcerpts'>) => Excerpt[] {
  let preparedAt = -1;
  let prepared: Prepared = { highlights: new Map(), readers: new Map() };
  return ({ ids, context }) => {
    if (preparedAt !== revision()) {
      const highlights = new Map(annotations.highlights.map((highlight) => [highlight.id, highlight]));
      prepared = { highlights, readers: new Map() };
      preparedAt = revision();
    }
    const sources = { summaries, statements: [...statements.values()], tags: annotations.tags };
    const read = prepared.readers.get(context) ?? createExcerptReader(sources, context);
    prepared.readers.set(context, read);
    return ids.flatMap((id) => {
      const highlight = prepared.highlights.get(id);
      return highlight ? read(highlight).excerpt : [];
    });
  };
}
