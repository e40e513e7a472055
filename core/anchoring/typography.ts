const space = /\s/u;

/** Shapes that are set differently in one edition and the next, behind the plain one that they count as. */
const plainShapes = [
  "'‘’‚‛ʼ′",
  '"“”„‟«»″',
  '-‐‑‒–—―−',
  ' \t\n\v\f\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000',
];

const plainOf: ReadonlyMap<string, string> = new Map(
  plainShapes.flatMap((shapes) => [...shapes].map((shape) => [shape, shapes.charAt(0)] as const)),
);

/** All shapes but the plain ones, in one class: a text of 1 MB is folded for every highlight that is looked for. */
const otherShapes = new RegExp(`[${plainShapes.map((shapes) => shapes.slice(1)).join('')}]`, 'g');

const fold = (unit: string): string => plainOf.get(unit) ?? unit;

/**
 * `text` with every quotation mark, dash and space in its plain shape. Each UTF-16 unit stays one unit, so that positions
 * in the result are positions in `text`.
 */
export function foldTypography(text: string): string {
  return text.replace(otherShapes, fold);
}

/** Whether `a` and `b` are the same words, set with other quotation marks, dashes or white space. */
export function differsInTypographyOnly(a: string, b: string): boolean {
  const key = (text: string): string => foldTypography(text).replace(/ +/gu, ' ').trim();
  return a !== b && key(a) === key(b);
}

/**
 * How many units of `context` stand in `text` right at `at`, counted away from it: backwards with `step` -1 (`context`
 * stands before `at`), forwards with 1. Typography counts as equal, and so does any amount of white space.
 */
export function sharedLength(text: string, at: number, context: string, step: 1 | -1): number {
  const first = step === 1 ? 0 : context.length - 1;
  let inContext = first;
  let inText = step === 1 ? at : at - 1;
  while (inContext >= 0 && inContext < context.length && inText >= 0 && inText < text.length) {
    const wanted = context.charAt(inContext);
    const found = text.charAt(inText);
    if (wanted !== found && fold(wanted) !== fold(found)) break;
    inContext += step;
    inText += step;
    if (!space.test(wanted)) continue;
    while (space.test(context.charAt(inContext))) inContext += step;
    while (space.test(text.charAt(inText))) inText += step;
  }
  return Math.abs(inContext - first);
}
