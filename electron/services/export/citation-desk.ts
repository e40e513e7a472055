import type { CitationStyle } from '../../../core/citations/citation-style.ts';
import type { Citer } from '../../../core/citations/citer.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import { createCiter } from './citations/create-citer.ts';
import { type CitationStyles, loadCitationStyles } from './citations/load-citation-styles.ts';

/** Has a citer for every style; the style files are read when the first is needed. */
export class CitationDesk {
  readonly #resources: string;
  readonly #citers = new Map<CitationStyle, Citer>();
  #styles: Promise<CitationStyles> | null = null;

  /** `resources` is the folder with the citation styles. */
  constructor(resources: string) {
    this.#resources = resources;
  }

  /** The citer of a style. Fails where the style files cannot be read, and tries again the next time. */
  async citerFor(style: CitationStyle): Promise<Result<Citer>> {
    const known = this.#citers.get(style);
    if (known) return succeed(known);
    try {
      this.#styles ??= loadCitationStyles(this.#resources);
      const citer = createCiter(style, await this.#styles);
      this.#citers.set(style, citer);
      return succeed(citer);
    } catch (error) {
      this.#styles = null;
      if (!isSystemError(error)) throw error;
      return fail(
        'unreadable',
        say(/*i18n*/ 'The citation styles in {resources} cannot be read: {why}', {
          resources: this.#resources,
          why: describeSystemError(error),
        }),
      );
    }
  }
}
