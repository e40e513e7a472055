import { type Sentence, say } from '../../sentence.ts';
import { joinNotes } from '../../workspace/edits.ts';
import { idOf, isObject, isOfType, type JsonObject, listOf, own, textOf } from './json-view.ts';
import { ownTerms } from './vocabulary.ts';
import { WireBodyTagging } from './wire.ts';

/** A tag of an annotation: its path, and what we said of it where the file is ours. */
export interface BodyTag {
  readonly path: string;
  readonly tagging: { readonly tag: string; readonly at: string; readonly n: number } | null;
}

/** What the bodies of an annotation come to, with a sentence for each thing that is otherwise here than there. */
export interface Bodies {
  readonly tags: readonly BodyTag[];
  /** `null` where there is no comment at all. */
  readonly note: string | null;
  readonly changes: readonly Sentence[];
}

/** Bodies one by one; of a choice the first, for that is the one to show. */
function bodiesOf(value: unknown): unknown[] {
  return listOf(value).flatMap((body) => {
    if (!isObject(body) || !Object.hasOwn(body, 'items')) return [body];
    const items = listOf(own(body, 'items'));
    return bodiesOf(isOfType(body, 'Choice') ? items.slice(0, 1) : items);
  });
}

function purposesOf(body: JsonObject): readonly unknown[] {
  return listOf(own(body, 'purpose', 'hasPurpose', 'oa:hasPurpose'));
}

function isTag(body: JsonObject): boolean {
  return (
    isOfType(body, 'Tag') || purposesOf(body).some((purpose) => purpose === 'tagging' || purpose === 'classifying')
  );
}

const isLook = (body: JsonObject): boolean =>
  purposesOf(body).some((purpose) => purpose === 'highlighting' || purpose === 'styling');

/** All that the bodies of a Web Annotation say, and Hypothesis' `text` and `tags`. */
export function readBodies(annotation: JsonObject): Bodies {
  const tags: BodyTag[] = [];
  const changes: Sentence[] = [];
  let note: string | null = null;
  const comment = (text: string): void => {
    note = joinNotes(note ?? '', text);
  };
  const link = (iri: string): void => {
    comment(iri);
    changes.push(say(/*i18n*/ 'It links to {iri}, which is in its note now.', { iri }));
  };
  for (const body of bodiesOf(own(annotation, 'body', 'bodies', 'hasBody'))) {
    if (typeof body === 'string') {
      link(body);
      continue;
    }
    if (!isObject(body)) continue;
    const text = textOf(own(body, 'value', 'chars', 'rdf:value'));
    const label = text ?? textOf(own(body, 'label', 'title', 'name'));
    const iri = idOf(own(body, 'source')) ?? idOf(body);
    if (isTag(body) && label !== null) {
      const tagging = WireBodyTagging.safeParse(own(body, ownTerms.tagging));
      tags.push({ path: label, tagging: tagging.success ? tagging.data : null });
    } else if (isLook(body)) {
      changes.push(say(/*i18n*/ 'A colour or style of it was left out: in Attest, colours are those of tags.'));
    } else if (text !== null) comment(text);
    else if (iri !== null) link(iri);
    else changes.push(say(/*i18n*/ 'A part of it has no words, and was left out.'));
  }
  for (const value of [own(annotation, 'bodyValue'), own(annotation, 'text')]) {
    const text = textOf(value);
    if (text !== null && text !== '') comment(text);
  }
  for (const tag of listOf(own(annotation, 'tags'))) {
    if (typeof tag === 'string') tags.push({ path: tag, tagging: null });
  }
  return { tags, note, changes };
}
