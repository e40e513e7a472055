/** A user as a REFI-QDA project names them; `id` is what their own program calls them. */
export interface RefiUser {
  readonly guid: string;
  readonly name: string;
  readonly id: string;
}

/** A code with those under it. Guids are bare; `notes` are those of its notes. */
export interface RefiCode {
  readonly guid: string;
  readonly name: string;
  readonly colour: string;
  readonly description: string;
  readonly notes: readonly string[];
  readonly children: readonly RefiCode[];
}

/** When and by whom something was made and last changed: guids, and times as written; empty where it is not said. */
export interface RefiMaking {
  readonly user: string;
  readonly created: string;
  readonly modifier: string;
  readonly modified: string;
}

/** Codes on a selection. The schema allows one to each coding; some programs write more, or none. */
export interface RefiCoding {
  readonly codes: readonly string[];
  readonly user: string;
  readonly created: string;
  readonly notes: readonly string[];
}

/** A passage of a plain text. Positions as written, `null` where they are no whole numbers from 0 on. */
export interface RefiSelection extends RefiMaking {
  readonly guid: string;
  /** What it is called: with some programs the quotation or its beginning, with others a label or nothing. */
  readonly name: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly description: string;
  readonly codings: readonly RefiCoding[];
  readonly notes: readonly string[];
}

/** A text: where it lies, or itself; and what was done in it. Notes are texts as well. */
export interface RefiTextSource extends RefiMaking {
  readonly guid: string;
  readonly name: string;
  readonly path: string | null;
  /** The text, where it stands in the project file. */
  readonly content: string | null;
  readonly description: string;
  readonly selections: readonly RefiSelection[];
  /** Codes on the whole text, and values of variables: how many. */
  readonly codings: number;
  readonly variables: number;
  readonly notes: readonly string[];
}

/** A link between two things of the project. */
export interface RefiLink {
  readonly origin: string;
  readonly target: string;
}

/** A source that is no plain text, and how much is marked in it. */
export interface RefiMedium {
  readonly kind: 'picture' | 'pdf' | 'audio' | 'video' | 'other';
  readonly name: string;
  readonly selections: number;
}

/** A REFI-QDA project as it was read. */
export interface RefiProject {
  readonly name: string;
  /** The program that wrote it. */
  readonly origin: string;
  readonly creator: string;
  /** When it was last changed, or made; as written. */
  readonly time: string;
  readonly description: string;
  readonly users: readonly RefiUser[];
  readonly codes: readonly RefiCode[];
  readonly sources: readonly RefiTextSource[];
  readonly media: readonly RefiMedium[];
  readonly notes: readonly RefiTextSource[];
  /** Notes of the project as a whole. */
  readonly projectNotes: readonly string[];
  readonly links: readonly RefiLink[];
  /** How many there are of what has no place here. */
  readonly counts: Readonly<Record<'cases' | 'variables' | 'sets' | 'graphs' | 'unknown', number>>;
}
