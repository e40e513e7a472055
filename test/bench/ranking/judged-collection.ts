import type { Statement } from '../../../core/statements/statement.ts';
import { structureOf } from '../../../core/statements/structure.ts';
import { readBundledStatements } from '../../support/bundled-statements.ts';
import { judgedPassages, type PassageName } from './judged-passages.ts';

/** The bundled statements as paragraphs, each known by its place in the list. */
export interface JudgedCollection {
  readonly statements: readonly Statement[];
  readonly paragraphs: readonly { readonly statement: string; readonly start: number; readonly text: string }[];
  /** The paragraph of each judged passage. */
  readonly placeOf: ReadonlyMap<PassageName, number>;
}

const withPlainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');

/** How often a quotation occurs in a text; a non-breaking space counts as a space. */
export const countOf = (text: string, quotation: string): number => withPlainSpaces(text).split(quotation).length - 1;

/** Reads the bundled statements, structured as the application has them. Rejects where a passage is not in them. */
export async function readJudgedCollection(): Promise<JudgedCollection> {
  const bundled = await readBundledStatements();
  const statements = bundled.map(({ record: { structure, ...record }, text }): Statement => {
    const summary = { ...record, fixity: 'verified', words: 0 } as const;
    return { summary, sha256: record.sha256, text, blocks: structureOf(text, structure) };
  });
  const paragraphs = statements.flatMap(({ summary, text, blocks }) =>
    blocks.map(({ start, end }) => ({ statement: summary.id, start, text: text.slice(start, end) })),
  );
  // The keys are those of `judgedPassages`.
  const names = Object.keys(judgedPassages) as PassageName[];
  const placeOf = new Map(
    names.map((name) => {
      const { statement, quotation } = judgedPassages[name];
      const text = statements.find(({ summary }) => summary.id === statement)?.text ?? '';
      const at = withPlainSpaces(text).indexOf(quotation);
      if (at < 0) throw new Error(`The passage ${name} is not in ${statement}: quote it as it stands there.`);
      return [name, paragraphs.findLastIndex((each) => each.statement === statement && each.start <= at)];
    }),
  );
  return { statements, paragraphs, placeOf };
}
