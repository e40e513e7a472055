import { printable } from '../../../../core/export/print-text.ts';
import { escapeXml } from '../office-package.ts';

/** What a spreadsheet would read as the escape of another character, in its first character. */
const escapeLike = /_(?=x[0-9a-f]{4}_)/giu;

const placeholder = /<t[^>]*>text(\d+)<\/t>/gu;

/**
 * The texts of a workbook. The package that writes it drops characters that it takes for unwelcome and stumbles over
 * words like “constructor”: it is given a placeholder for each text, and its table of strings is filled in afterwards.
 */
export class SharedStrings {
  readonly #texts: string[] = [];
  readonly #placeholders = new Map<string, string>();

  /** What stands for `text` while the workbook is written; the same for the same text. */
  placeholderFor(text: string): string {
    const known = this.#placeholders.get(text);
    if (known !== undefined) return known;
    const added = `text${this.#texts.length}`;
    this.#texts.push(text);
    this.#placeholders.set(text, added);
    return added;
  }

  /**
   * The table of strings with the texts in it, each as it is: white space kept, carriage returns and what looks like an
   * escape escaped as ECMA-376 (22.9.2.19) has it, and what XML cannot hold as U+FFFD.
   */
  fillIn(sharedStringsXml: string): string {
    return sharedStringsXml.replace(placeholder, (_, index) => {
      const text = printable(this.#texts[Number(index)] ?? '');
      const escaped = text.replace(escapeLike, '_x005F_').replaceAll('\r', '_x000D_');
      return `<t xml:space="preserve">${escapeXml(escaped)}</t>`;
    });
  }
}
