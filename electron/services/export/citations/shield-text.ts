/** Text on its way through a program that would take some of its signs for its own. */
export interface Shield {
  /** `text` with a stand-in for each of those signs. */
  readonly cover: (text: string) => string;
  /** What came out, with every stand-in replaced by what `restore` makes of the sign, or by the sign itself. */
  readonly uncover: (text: string, restore?: (sign: string) => string) => string;
}

const firstStandIn = 0xe100;
const lastStandIn = 0xf8ff;
const privateUse = /[\ue000-\uf8ff]/gu;

/**
 * A shield for `texts`: every sign that `unsafe` (a global pattern) finds is stood in for by one character of Unicode's private
 * use. Those of the private use must be unsafe themselves, so that none is taken for another; U+E000 to U+E0FF stay free for marks.
 */
export function shieldFor(texts: readonly string[], unsafe: RegExp): Shield {
  const standIns = new Map<string, string>();
  const originals = new Map<string, string>();
  for (const sign of new Set(texts.flatMap((text) => text.match(unsafe) ?? []))) {
    const code = firstStandIn + standIns.size;
    if (code > lastStandIn) throw new Error('A source has more different signs than can be cited.');
    standIns.set(sign, String.fromCharCode(code));
    originals.set(String.fromCharCode(code), sign);
  }
  return {
    cover: (text) => text.replace(unsafe, (sign) => standIns.get(sign) ?? sign),
    uncover: (text, restore = (sign) => sign) =>
      text.replace(privateUse, (standIn) => {
        const sign = originals.get(standIn);
        return sign === undefined ? standIn : restore(sign);
      }),
  };
}
