/**
 * The encodings that a user may choose for a file, by their names in the WHATWG Encoding Standard and in the order in which they
 * are offered: Unicode, Cyrillic, Latin, then the others.
 */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'iso-8859-5',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'iso-8859-15',
  'macintosh',
  'windows-1254',
  'windows-1257',
  'windows-1258',
  'windows-1253',
  'iso-8859-7',
  'windows-1255',
  'windows-1256',
  'windows-874',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const;

/** An encoding that a user may choose. */
export type Encoding = (typeof encodings)[number];
