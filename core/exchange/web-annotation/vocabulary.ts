import { stableId } from '../../text/stable-id.ts';

/** The context of every Web Annotation. It is named, and never fetched. */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/**
 * What our own terms mean in JSON-LD: literals of JSON under one vocabulary, so that a program which knows none of them may keep
 * them or leave them out, and changes nothing of the annotations by it.
 */
export const ownContext = {
  '@version': 1.1,
  attest: 'urn:attest:ns#',
  'attest:work': { '@id': 'attest:work', '@type': '@json' },
  'attest:highlight': { '@id': 'attest:highlight', '@type': '@json' },
  'attest:tagging': { '@id': 'attest:tagging', '@type': '@json' },
} as const;

/** The terms by which a file says what Web Annotations have no words for: of the whole work, of an annotation, of a body. */
export const ownTerms = { work: 'attest:work', highlight: 'attest:highlight', tagging: 'attest:tagging' } as const;

/** The version of what stands under these terms. A file with a higher one is not read. */
export const ownVersion = 1;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const uuidIri = /^urn:uuid:([0-9a-f-]{36})$/u;

/** The IRI of something with an id of ours; of an id that is no UUID another one follows from it, in `space`. */
export function iriOf(space: string, id: string): string {
  return `urn:uuid:${uuid.test(id) ? id : stableId(`attest:${space}`, id)}`;
}

/** The UUID that an IRI is made of; `null` where it is made of none. */
export function uuidOf(iri: string): string | null {
  const found = uuidIri.exec(iri)?.[1] ?? null;
  return found !== null && uuid.test(found) ? found : null;
}

/** The IRI of a text: the SHA-256 of its bytes, which is all that it is known by. */
export const sourceIri = (sha256: string): string => `urn:sha-256:${sha256}`;

/** The SHA-256 in the IRI of a text, as we write it or as others do; `null` where there is none. */
export function sha256Of(iri: string): string | null {
  return /^urn:(?:hash:)?:?sha-?256:([0-9a-f]{64})$/iu.exec(iri)?.[1]?.toLowerCase() ?? null;
}
