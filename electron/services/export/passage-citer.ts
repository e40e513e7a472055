import type { CitationStyle } from '../../../core/citations/citation-style.ts';
import type { CallOutput } from '../../../core/ipc-contract.ts';
import { type Result, succeed } from '../../../core/result.ts';
import type { Statement } from '../../../core/statements/statement.ts';
import type { Passage } from '../../../core/text/passage.ts';
import type { CitationDesk } from './citation-desk.ts';

/** Cites passages for the clipboard. */
export class PassageCiter {
  readonly #resources: string;
  #desk: CitationDesk | null = null;

  /** `resources` is the folder with the citation styles. */
  constructor(resources: string) {
    this.#resources = resources;
  }

  /** A passage with its citation in `style`, as text and as HTML. Fails where the style cannot be read. */
  async cite(statement: Statement, passage: Passage, style: CitationStyle): Promise<Result<CallOutput<'citePassage'>>> {
    // Loaded with the first citation: what sets it takes longer to load than all the rest of the services.
    const [{ CitationDesk }, { citePassage }] = await Promise.all([
      import('./citation-desk.ts'),
      import('./citations/cite-passage.ts'),
    ]);
    this.#desk ??= new CitationDesk(this.#resources);
    const citer = await this.#desk.citerFor(style);
    return citer.ok ? succeed(citePassage(statement, passage, citer.value)) : citer;
  }
}
