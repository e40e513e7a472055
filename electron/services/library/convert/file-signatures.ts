/** What a file is that Attest does not read. */
export type Foreign =
  | 'word'
  | 'rtf'
  | 'opendocument'
  | 'pages'
  | 'office'
  | 'spreadsheet'
  | 'presentation'
  | 'postscript'
  | 'djvu'
  | 'kindle'
  | 'outlook'
  | 'mailbox'
  | 'encrypted'
  | 'image'
  | 'recording'
  | 'archive'
  | 'program';

/** What stands at which byte of a file, as Latin 1, and says what the file is; `…` is any byte. */
const signatures: readonly (readonly [kind: Foreign, at: number, ...texts: string[]])[] = [
  ['rtf', 0, '{\\rtf'],
  ['image', 0, '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*', 'BM…………\0\0\0\0'],
  ['image', 0, 'RIFF…………WEBP', '8BPS\0'],
  ['image', 4, 'ftyphei', 'ftypmif', 'ftypavi'],
  ['recording', 0, 'ID3\u0002', 'ID3\u0003', 'ID3\u0004', 'OggS\0', 'fLaC\0', 'RIFF…………WAVE', 'RIFF…………AVI '],
  ['recording', 0, 'FORM…………AIF', '\u001aE\u00df\u00a3', '#!AMR', '\0\0\u0001\u00ba', 'FLV\u0001', '0&\u00b2u'],
  ['recording', 4, 'ftyp'],
  ['archive', 0, '\u001f\u008b', '7z\u00bc\u00af', 'Rar!\u001a', 'BZh…1AY', '\u00fd7zXZ', '(\u00b5/\u00fd', 'MSCF\0'],
  ['archive', 257, 'ustar'],
  ['postscript', 0, '%!PS'],
  ['djvu', 0, 'AT&TFORM'],
  ['kindle', 60, 'BOOKMOBI', 'TEXtREAd'],
  ['program', 0, 'MZ…\0', '\u007fELF', '\u00cf\u00fa\u00ed\u00fe', '\u00ca\u00fe\u00ba\u00be', 'SQLite format 3\0'],
  ['program', 0, 'wOFF\0', 'wOF2', '\0asm'],
  ['office', 0, '\u00db\u00a5-\0', '\u00ffWPC'],
];

/** The frames of MP3 begin as words in windows-1251 may; those have no zero bytes after them. */
const mp3Frames = ['\u00ff\u00fb', '\u00ff\u00fa', '\u00ff\u00f3', '\u00ff\u00f2', '\u00ff\u00e3', '\u00ff\u00e2'];

function standsAt(head: string, at: number, text: string): boolean {
  return [...text].every((character, index) => character === '…' || head.charAt(at + index) === character);
}

/**
 * What the beginning of a file, as Latin 1, says that it is, of what Attest does not read; `null` where it says nothing of
 * the kind. An archive of ZIP and a compound file of Microsoft’s are not told apart by how they begin.
 */
export function foreignBy(head: string): Foreign | null {
  const found = signatures.find(([, at, ...texts]) => texts.some((text) => standsAt(head, at, text)));
  if (found) return found[0];
  const start = head.slice(0, 1_024);
  if (mp3Frames.some((frame) => start.startsWith(frame)) && start.includes('\0')) return 'recording';
  if (/^\s*<\?xml[\s\S]*<\?mso-application\s+progid="Word/u.test(start)) return 'word';
  if (/^\s*<\?xml[\s\S]*<office:document[\s-]/u.test(start)) return 'opendocument';
  return /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>|\s)*<svg[\s>]/iu.test(start) ? 'image' : null;
}
