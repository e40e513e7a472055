import type { Incoming, KnownSource } from '../../../../core/exchange/incoming.ts';
import { readAnnotations } from '../../../../core/exchange/web-annotation/read-annotations.ts';
import { ownTerms, ownVersion } from '../../../../core/exchange/web-annotation/vocabulary.ts';
import { type Sentence, say } from '../../../../core/sentence.ts';
import { decodeText } from '../../../store/decode-text.ts';
import { readJsonText } from '../read-json-text.ts';

/**
 * What a file of a shared folder holds: somebody's work; nothing whole, as long as it is on its way; or something that will be no
 * better tomorrow. `later`: a later version of Attest wrote it.
 */
export type SharedContent =
  | { readonly kind: 'work'; readonly incoming: Incoming }
  | { readonly kind: 'unfinished'; readonly sentence: Sentence }
  | { readonly kind: 'later' | 'refused'; readonly sentence: Sentence };

/** What is said of a file that is not whole after a while. */
export const notWhole = (): Sentence =>
  say(
    /*i18n*/ 'This file has not come whole into the shared folder for some minutes: see whether your synchroniser is done, or ask its writer to open Attest once more.',
  );

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key]; // It is an object that has it.
}

/** Reads the bytes of a file of a shared folder; its highlights are anchored in `known`. */
export function readSharedFile(bytes: Uint8Array, known: readonly KnownSource[]): SharedContent {
  const text = decodeText(bytes);
  const json = text === null ? null : readJsonText(text);
  if (!json?.ok) return { kind: 'unfinished', sentence: notWhole() };
  const work = property(json.value, ownTerms.work);
  if (work === undefined) {
    const sentence = say(
      /*i18n*/ 'This file is called like one of Attest’s and was written by another program: give it another name, or import it by itself.',
    );
    return { kind: 'refused', sentence };
  }
  const incoming = readAnnotations(json.value, known);
  if (incoming.ok) return { kind: 'work', incoming: incoming.value };
  const version = property(work, 'version');
  const sentence = incoming.fault.sentence ?? notWhole();
  return { kind: typeof version === 'number' && version > ownVersion ? 'later' : 'refused', sentence };
}
