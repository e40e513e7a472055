/** A part of a Markdown file that means by itself what it means in the whole. */
export interface MarkdownPiece {
  /** The part, and after it stand-ins for what it refers to and is defined elsewhere. */
  readonly source: string;
  /** How many UTF-16 units of `source` are the part itself. */
  readonly length: number;
  /** Whether it is to be taken as it stands, since a parser would not come to an end of it in good time. */
  readonly isTangled: boolean;
}

/** How long a piece is before the next begins, and how long one may be to be parsed, in UTF-16 units. */
const pieceLength = 8_000;
const longestParsed = 200_000;

/** How many marks of emphasis a piece may have: a parser’s time grows with their square. */
const mostMarks = 4_000;

/** Quotations and lists that lie deeper in each other than anybody writes, in one line or by the spaces before one. */
const deepNesting = [
  /^(?![-* \t]*$)[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){24}/mu,
  /^[ \t]{80,}(?:[-*+]|\d{1,9}[.)])[ \t]/mu,
] as const;

const listItem = /^(?:[-*+]|\d{1,9}[.)])[ \t]/u;
const bulletItem = /^[-*+][ \t]/u;

/** HTML that goes on over empty lines, and what ends it. */
const longHtml: readonly (readonly [begins: RegExp, ends: RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu],
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<![a-z]/iu, />/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
];

/** What ends the code or the HTML that a line begins and that goes on over empty lines; `null` where it begins none. */
function endOf(line: string): RegExp | null {
  const fence = /^ {0,3}(`{3,}(?!.*`)|~{3,})/u.exec(line)?.[1];
  if (fence !== undefined) return new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`, 'u');
  const html = longHtml.find(([begins]) => begins.test(line));
  return html && !html[1].test(line) ? html[1] : null;
}

const labelIn = (written: string): string => written.toLowerCase().replace(/\s+/gu, ' ').trim();

const isTangled = (part: string): boolean =>
  part.length > longestParsed ||
  (part.match(/[*_]+/gu)?.length ?? 0) > mostMarks ||
  deepNesting.some((pattern) => pattern.test(part));

/**
 * Divides Markdown where an empty line is followed by something at the margin, which belongs to nothing before it; not in fenced
 * code or long HTML, and not between items of one list unless it is very long. A parser’s time grows with the square of
 * what it reads.
 */
export function* markdownPieces(markdown: string): Generator<MarkdownPiece> {
  const definitions = markdown.match(/^ {0,3}\[(?:\\.|[^\]\\]){1,999}\](?=:)/gmu) ?? [];
  const defined = new Set(definitions.map((label) => labelIn(label.trim().slice(1, -1))));
  let lines: string[] = [];
  let length = 0;
  const finish = (): MarkdownPiece => {
    const part = lines.join('\n');
    lines = [];
    length = 0;
    const used = new Set(
      (part.match(/\[(?:\\.|[^[\]\\]){1,999}\]/gu) ?? []).map((label) => labelIn(label.slice(1, -1))),
    );
    const standIns = [...used].filter((label) => defined.has(label)).map((label) => `\n\n[${label}]: #elsewhere`);
    return { source: `${part}\n${standIns.join('')}`, length: part.length, isTangled: isTangled(part) };
  };
  let end: RegExp | null = null;
  let isAfterEmpty = false;
  for (const line of markdown.split('\n')) {
    const mayBegin = isAfterEmpty ? /^\S/u.test(line) : bulletItem.test(line);
    const isLong = length >= (listItem.test(line) ? 2 * pieceLength : pieceLength);
    if (end === null && mayBegin && isLong) yield finish();
    lines.push(line);
    length += line.length + 1;
    isAfterEmpty = line.trim() === '';
    if (end === null) end = endOf(line);
    else if (end.test(line)) end = null;
  }
  yield finish();
}
