/** White space as HTML knows it, which CSS collapses, and a word: a non-breaking space is a letter of it. */
const spaceAndWord = /([ \t\n\r\f]*)([^ \t\n\r\f]*)/gu;

/**
 * Letters of scripts that are written without spaces: a line break in the source between two of them is shown as nothing (CSS
 * Text, “segment break transformation”).
 */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303f\uff01-\uff60]/u;

/** The text of one block as it is shown: white space collapsed, except where it is preformatted. */
export class InlineText {
  #parts: string[] = [];
  #last = '';
  #isSpacePending = false;
  #isBreakPending = false;
  /** UTF-16 units that were taken up. */
  length = 0;

  #append(piece: string): void {
    this.#parts.push(piece);
    this.#last = piece.slice(-2);
    this.length += piece.length;
  }

  #appendWord(word: string): void {
    if (this.#isSpacePending && this.#last !== '' && !this.#last.endsWith('\n')) {
      const before = [...this.#last].at(-1) ?? '';
      const after = String.fromCodePoint(word.codePointAt(0) ?? 0);
      if (!(this.#isBreakPending && unspaced.test(before) && unspaced.test(after))) this.#append(' ');
    }
    this.#isSpacePending = false;
    this.#isBreakPending = false;
    this.#append(word);
  }

  /** Adds text as it is in the source; gives how many UTF-16 units of it are more than white space. */
  add(text: string, isPreformatted: boolean): number {
    if (isPreformatted) {
      const lines = text.replace(/\r\n?/gu, '\n');
      if (lines !== '') this.#appendWord(lines);
      return lines.trim().length;
    }
    let added = 0;
    for (const [, space = '', word = ''] of text.matchAll(spaceAndWord)) {
      if (space !== '') {
        this.#isSpacePending = true;
        this.#isBreakPending ||= space.includes('\n');
      }
      if (word !== '') this.#appendWord(word);
      added += word.length;
    }
    return added;
  }

  /** A line break that is shown. */
  addBreak(): void {
    this.#isSpacePending = false;
    this.#isBreakPending = false;
    this.#append('\n');
  }

  /** The text, and begins anew. */
  take(): string {
    const text = this.#parts.join('');
    this.#parts = [];
    this.#last = '';
    this.#isSpacePending = false;
    this.#isBreakPending = false;
    this.length = 0;
    return text;
  }
}
