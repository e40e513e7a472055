/** The parts of citation-js (which has no types of its own) that Attest uses, as they behave in version 0.8. */
declare module '@citation-js/core' {
  /** A registry of named texts, as of citation styles. */
  interface Register {
    add(name: string, value: string): Register;
  }

  /** An item of `makeCitationCluster`. */
  interface CiteprocItem {
    readonly id: string;
    /** 1 for a source that was cited before. */
    readonly position?: number;
    readonly 'first-reference-note-number'?: string;
    readonly 'author-only'?: boolean;
  }

  /** A citeproc-js engine that writes HTML. */
  interface Citeproc {
    /** One citation, without regard to others. */
    makeCitationCluster(items: readonly CiteprocItem[]): string;
    updateItems(ids: readonly string[]): unknown;
    /** Every entry, in the second place; `false` where the style has no bibliography. */
    makeBibliography(): readonly [unknown, readonly string[]] | false;
  }

  interface CslConfig {
    readonly styles: Register;
    readonly engine: (items: readonly object[], style: string, locale: string, format: 'html') => Citeproc;
  }

  interface BibtexConfig {
    readonly format: { useIdAsLabel: boolean; asciiOnly: boolean; checkLabel: boolean };
  }

  export const plugins: {
    readonly config: { get(name: '@csl'): CslConfig; get(name: '@bibtex'): BibtexConfig };
    readonly output: { format(name: 'bibtex', items: readonly object[]): string };
    readonly input: { chain(text: string, options: { forceType: string }): readonly Record<string, unknown>[] };
  };
}

declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
