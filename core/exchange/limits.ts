/** What a file may hold at most; whoever has more is told so in one sentence, before any of it is taken. */
export const importLimits = {
  /** Bytes of the file itself. */
  fileBytes: 1024 * 1024 * 1024,
  /** Bytes of an archive when unpacked, all entries together, and of one entry. */
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  entryBytes: 512 * 1024 * 1024,
  /** Unpacked bytes for each packed one, past the first mebibyte. */
  ratio: 200,
  entries: 200_000,
  /** Bytes of a document of JSON, XML or CSV that is read whole. */
  documentBytes: 256 * 1024 * 1024,
  /** Levels of JSON or XML, one in the other. */
  depth: 40,
  highlights: 200_000,
  tags: 20_000,
  statements: 100_000,
};
