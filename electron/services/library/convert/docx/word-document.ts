import type Mammoth from 'mammoth';
import { packageRelationships, writeRelationships } from './relationships.ts';

/** A piece of a Word document as mammoth gives it; only what is read here. */
export type WordNode =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'noteReference'; readonly noteType: 'footnote' | 'endnote'; readonly noteId: string }
  | WordParagraph
  | {
      readonly type: 'table' | 'run' | 'hyperlink';
      readonly children: readonly WordNode[];
    }
  | { readonly type: 'tableRow'; readonly children: readonly WordNode[] }
  | WordCell;

/** A paragraph with its style, and its place in a list where it has one. */
export interface WordParagraph {
  readonly type: 'paragraph';
  readonly children: readonly WordNode[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly isOrdered: boolean } | null;
}

/** A cell of a table, with how many columns and rows it takes. */
export interface WordCell {
  readonly type: 'tableCell';
  readonly children: readonly WordNode[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A Word document: its body, and its notes by their references. */
export interface WordDocument {
  readonly children: readonly WordNode[];
  readonly notes: {
    readonly resolve: (reference: {
      readonly noteType: string;
      readonly noteId: string;
    }) => { readonly body: readonly WordNode[] } | null;
  };
}

/**
 * Has mammoth read the part `main` of a document. It reads only `parts`; whatever else the document refers to is not there for it.
 * Rejects where the parts are no such document.
 */
export async function readWordDocument(main: string, parts: ReadonlyMap<string, string>): Promise<WordDocument> {
  let read: WordDocument | null = null;
  const given = new Map(parts);
  given.set(packageRelationships, writeRelationships([{ id: 'main', type: 'officeDocument', target: main }]));
  const file = {
    exists: (name: string): boolean => given.has(name),
    read: async (name: string): Promise<string> => {
      const part = given.get(name);
      if (part === undefined) throw new Error(`The document has no part ${name}.`);
      return part;
    },
  };
  // mammoth reads an archive that somebody else has opened, which its types do not say.
  const input = { file } as unknown as Parameters<typeof Mammoth.convertToHtml>[0];
  const { default: mammoth } = await import('mammoth');
  await mammoth.convertToHtml(input, {
    includeDefaultStyleMap: false,
    transformDocument: (document: WordDocument) => {
      read = document;
      return { ...document, children: [] };
    },
  });
  if (read === null) throw new Error(`mammoth has read nothing of ${main}.`);
  return read;
}
