import { decodeBytes, encodingNamed } from '../decode-bytes.ts';
import { detectEncoding } from '../detect-encoding.ts';

/** The text of a page, and how its encoding was found. */
export interface DecodedHtml {
  readonly text: string;
  readonly encoding: { readonly name: string; readonly basis: 'stated' | 'inferred' };
  /** The encoding that the page gives itself, where its bytes are in another. */
  readonly contradicted: string | null;
}

/** Where the encoding is said: browsers look at the first kibibyte, but pages that were saved have had much put before it. */
const searched = 16 * 1024;

const characterSet = /charset\s*=\s*["']?\s*([\w:.+-]+)/iu;

/** The encoding that the page gives itself, in `<meta>` or in the declaration of XML; `null` where there is none that is known. */
function encodingOfPage(bytes: Uint8Array): string | null {
  const head = (decodeBytes(bytes.subarray(0, searched), 'iso-8859-1') ?? '').replace(/<!--[\s\S]*?-->/gu, '');
  const declared = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w:.+-]+)["']/iu.exec(head)?.[1];
  const metas = head.match(/<meta\s[^>]*>/giu) ?? [];
  const label = metas.map((meta) => characterSet.exec(meta)?.[1]).find((found) => found !== undefined) ?? declared;
  const name = label === undefined ? null : encodingNamed(label);
  // Whoever can read this in ASCII does not read UTF-16, and the standard says what is meant.
  return name?.startsWith('utf-16') ? 'utf-8' : name;
}

function isUtf8BeyondAscii(bytes: Uint8Array): boolean {
  const found = detectEncoding(bytes);
  return found.name === 'utf-8' && bytes.some((byte) => byte >= 0x80);
}

/**
 * Decodes a page as its user chose, as its byte order mark, `header` (what came with it) or the page itself says, and otherwise by what its
 * bytes look like. Where the page gives an encoding that its bytes clearly are not in, as programs do that
 * save it in another and change nothing in it, the bytes count.
 */
export function decodeHtml(bytes: Uint8Array, chosen: string | undefined, header: string | null = null): DecodedHtml {
  const decoded = (
    name: string,
    basis: 'stated' | 'inferred',
    contradicted: string | null = null,
  ): DecodedHtml | null => {
    const text = decodeBytes(bytes, name);
    return text === null ? null : { text, encoding: { name: encodingNamed(name) ?? name, basis }, contradicted };
  };
  const byChoice = chosen === undefined ? null : decoded(chosen, 'stated');
  if (byChoice) return byChoice;
  const found = detectEncoding(bytes);
  const stated = found.basis === 'stated' ? null : (header ?? encodingOfPage(bytes));
  const isBelied =
    stated !== null &&
    (stated === 'utf-8' ? found.name !== 'utf-8' : stated !== found.name && isUtf8BeyondAscii(bytes));
  const outcome =
    stated !== null && !isBelied
      ? decoded(stated, 'stated')
      : decoded(found.name, found.basis, isBelied ? stated : null);
  if (!outcome) throw new Error(`There is no encoding “${found.name}”`);
  return outcome;
}
