/** The page of a file of MHTML, and the encoding that stands beside it. */
export interface MhtmlPage {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
}

type Headers = ReadonlyMap<string, string>;

/** The most of a part’s beginning in which its headers are looked for, and how deep parts may stand in one another. */
const headerLength = 64 * 1024;
const deepest = 4;
/** The most parts of a file: a page has one for each of its frames, pictures and styles. */
const mostParts = 10_000;

/** Headers by their names in small letters, and where the body begins. */
function readHeaders(bytes: Buffer): { readonly headers: Headers; readonly body: number } {
  const head = bytes.toString('latin1', 0, headerLength);
  const end = /^\r?\n|\r?\n\r?\n/u.exec(head);
  const lines = head
    .slice(0, end?.index)
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end ? end.index + end[0].length : bytes.length };
}

/** A parameter of a header, as `boundary` of `Content-Type`. */
function parameter(header: string, name: 'boundary' | 'charset' | 'start'): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

/** The parts between the lines of a boundary. */
function partsOf(body: Buffer, boundary: string): Buffer[] {
  const mark = `--${boundary}`;
  const parts: Buffer[] = [];
  let from = -1;
  for (let at = body.indexOf(mark); at !== -1 && parts.length < mostParts; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    if (from !== -1) parts.push(body.subarray(from, at));
    const lineEnd = body.indexOf(0x0a, at);
    if (lineEnd === -1 || body.toString('latin1', at + mark.length, at + mark.length + 2) === '--') return parts;
    from = lineEnd + 1;
  }
  // A file that was cut off ends within a part.
  if (from !== -1) parts.push(body.subarray(from));
  return parts;
}

function quotedPrintable(body: Buffer): Buffer {
  const text = body.toString('latin1').replace(/=[ \t]*\r?\n/gu, '');
  const bytes = text.replace(/=([\da-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function decodeBody(body: Buffer, encoding: string): Buffer {
  if (/^quoted-printable$/iu.test(encoding)) return quotedPrintable(body);
  return /^base64$/iu.test(encoding) ? Buffer.from(body.toString('latin1'), 'base64') : body;
}

function findPage(bytes: Buffer, depth: number): MhtmlPage | null {
  const { headers, body } = readHeaders(bytes);
  const type = headers.get('content-type') ?? '';
  const content = bytes.subarray(body);
  if (/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(type)) {
    const decoded = decodeBody(content, headers.get('content-transfer-encoding') ?? '');
    return { bytes: decoded, charset: parameter(type, 'charset') };
  }
  const boundary = /^multipart\//iu.test(type) ? parameter(type, 'boundary') : null;
  if (boundary === null || boundary === '' || depth > deepest) return null;
  const parts = partsOf(content, boundary);
  const start = parameter(type, 'start');
  // The page is the part that is named, or the first; those after it are its frames, pictures and styles.
  const named = start === null ? -1 : parts.findIndex((part) => readHeaders(part).headers.get('content-id') === start);
  const inOrder = named > 0 ? [...parts.slice(named), ...parts.slice(0, named)] : parts;
  for (const part of inOrder) {
    const page = findPage(part, depth + 1);
    if (page) return page;
  }
  return null;
}

/** Whether `bytes` begin as a web page does that was saved in one file, as MHTML. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerLength));
  if (!/^[\w-]+:/u.test(head.toString('latin1', 0, 100))) return false;
  const { headers } = readHeaders(head);
  return headers.has('mime-version') && /^(?:multipart\/|text\/html\b)/iu.test(headers.get('content-type') ?? '');
}

/**
 * The page in a file of MHTML: its main part, decoded, without its frames and pictures. `null` where there is none. A parser of
 * e-mail gives the page and its frames as one, and no bytes that could be read in another encoding.
 */
export function unpackMhtml(bytes: Uint8Array): MhtmlPage | null {
  return findPage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0);
}
