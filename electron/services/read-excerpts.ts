import { createExcerptReader } from '../../core/excerpts/build-excerpts.ts';
import type { Excerpt } from '../../core/excerpts/excerpt.ts';
import type { CallInput } from '../../core/ipc-contract.ts';
import type { Annotations } from './annotations.ts';
import { addEarlierTexts } from './library/earlier-texts.ts';
import type { Library } from './library/library.ts';

type Readers = Map<CallInput<'readExcerpts'>['context'], ReturnType<typeof createExcerptReader>>;

/** The call `readExcerpts`; `revision` counts the changes of the annotations. What is worked out is kept until the next. */
export function createExcerptCall(
  library: Library,
  annotations: Annotations,
  revision: () => number,
): (input: CallInput<'readExcerpts'>) => Excerpt[] {
  let preparedAt = -1;
  let preparedFor: Library['summaries'] | null = null;
  let readers: Readers = new Map();
  let earlier = new Map<string, string>();
  return ({ ids, context }) => {
    const highlights = ids.flatMap((id) => annotations.places.settled(id) ?? []);
    // What was found of a text while highlights were settled in it stands in these.
    const { summaries, statements } = library;
    if (preparedAt !== revision() || preparedFor !== summaries) {
      readers = new Map();
      earlier = new Map();
      preparedAt = revision();
      preparedFor = summaries;
    }
    addEarlierTexts(library, highlights, earlier);
    const read =
      readers.get(context) ??
      createExcerptReader({ summaries, statements, tags: annotations.lists.tags, earlier }, context);
    readers.set(context, read);
    return highlights.map((highlight) => read(highlight).excerpt);
  };
}
