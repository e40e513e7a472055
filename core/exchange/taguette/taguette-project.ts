/** When something was first and last done, ISO 8601 in UTC, and by which login; empty where the file does not say. */
export interface TaguetteMoment {
  readonly first: string;
  readonly last: string;
  readonly login: string;
}

/** A highlight as Taguette keeps it: offsets in bytes of UTF-8 of the document's text. */
export interface TaguetteHighlight {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** The text of the passage as Taguette cut it out, which says whether the offsets are right. */
  readonly snippet: string;
  /** Ids of tags. */
  readonly tags: readonly number[];
  readonly moment: TaguetteMoment | null;
}

/** A document of a project: `text` are the text nodes of its HTML one after the other. */
export interface TaguetteDocument {
  readonly id: number;
  readonly name: string;
  readonly created: string;
  readonly text: string;
  readonly highlights: readonly TaguetteHighlight[];
}

/** A tag of a project. */
export interface TaguetteTag {
  readonly id: number;
  readonly path: string;
  /** The id of the tag above it, which later versions of Taguette know. */
  readonly parent: number | null;
  readonly description: string;
  readonly moment: TaguetteMoment | null;
}

/** A project of Taguette, as it stands in its SQLite file. */
export interface TaguetteProject {
  readonly id: number;
  readonly name: string;
  readonly created: string;
  readonly tags: readonly TaguetteTag[];
  readonly documents: readonly TaguetteDocument[];
}
