import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';
import { importLimits } from '../limits.ts';
import { isObject, isOfType, type JsonObject, listOf, own } from './json-view.ts';
import { ownTerms } from './vocabulary.ts';

/** What a file of annotations holds, whatever its shape. */
export interface AnnotationList {
  /** Not looked at yet: they may be anything. */
  readonly annotations: readonly unknown[];
  /** What stands under our own term for the whole work, where it is there. */
  readonly work: unknown;
  /** Whether the file names pages that are not in it. */
  readonly hasOtherPages: boolean;
}

const isAnnotation = (object: JsonObject): boolean =>
  isOfType(object, 'Annotation') || Object.hasOwn(object, 'target') || Object.hasOwn(object, 'hasTarget');

/** Whether something is an annotation or names one, and is nothing else that stands in lists. */
const mayBeAnnotation = (item: unknown): boolean =>
  isObject(item) ? isAnnotation(item) : typeof item === 'string' && /^[a-z][a-z0-9+.-]*:/iu.test(item);

function itemsOf(page: JsonObject): readonly unknown[] {
  return listOf(own(page, 'items', 'as:items', 'annotations', 'rows', 'resources'));
}

/** The annotations of pages that stand one in the other; no deeper than a file may be. */
function pagesFrom(first: unknown): { readonly annotations: unknown[]; readonly hasOtherPages: boolean } {
  const annotations: unknown[] = [];
  let page = listOf(first)[0];
  while (isObject(page)) {
    for (const item of itemsOf(page)) annotations.push(item);
    page = listOf(own(page, 'next'))[0];
  }
  return { annotations, hasOtherPages: typeof page === 'string' };
}

function listed(json: unknown): AnnotationList | null {
  if (Array.isArray(json)) return { annotations: json, work: undefined, hasOtherPages: false };
  if (!isObject(json)) return null;
  const work = own(json, ownTerms.work);
  const first = listOf(own(json, 'first'))[0];
  if (isOfType(json, 'AnnotationCollection') || (isObject(first) && isOfType(first, 'AnnotationPage'))) {
    const { annotations, hasOtherPages } = pagesFrom(first);
    return { annotations: [...annotations, ...itemsOf(json)], work, hasOtherPages };
  }
  if (isAnnotation(json)) return { annotations: [json], work, hasOtherPages: false };
  const isPage =
    isOfType(json, 'AnnotationPage') || ['items', 'annotations', 'rows'].some((key) => Array.isArray(own(json, key)));
  return isPage ? { ...pagesFrom(json), work } : null;
}

/** An annotation counts once for each passage that it marks, for so many highlights it may become. */
function countPassages(annotation: unknown): number {
  return isObject(annotation) ? Math.max(1, listOf(own(annotation, 'target', 'hasTarget')).length) : 1;
}

/**
 * The annotations of a file: a collection with its pages in it, a page, a list, one annotation, or what Hypothesis exports. A sentence
 * where it is none of these, or too much.
 */
export function listAnnotations(json: unknown): Result<AnnotationList> {
  const list = listed(json);
  if (!list || (list.annotations.length > 0 && !list.annotations.some(mayBeAnnotation))) {
    return fail(
      'invalid',
      say(
        /*i18n*/ 'This file holds no annotations that Attest can read: choose one that was exported as W3C Web Annotation or from Hypothesis.',
      ),
    );
  }
  const count = list.annotations.reduce<number>((sum, annotation) => sum + countPassages(annotation), 0);
  if (count > importLimits.highlights) {
    return fail(
      'invalid',
      say(/*i18n*/ 'This file holds {count} annotations, and Attest reads at most {limit} at once: divide the file.', {
        count,
        limit: importLimits.highlights,
      }),
    );
  }
  return succeed(list);
}
