/** How words look, as far as it decides whether they can be read; `size` is in points. */
export interface WordLooks {
  readonly isStruck: boolean;
  /** Six hexadecimal digits, red, green and blue; `null` for the usual one. */
  readonly color: string | null;
  readonly size: number | null;
}

/** Smaller letters than these are for nobody to read. */
const smallestSize = 4;

/** From here on, in each of red, green and blue, a colour is too light for white paper. */
const lightFrom = 0xd8;

/** Why words with these looks do not stand in a document for its readers, as they were quoted; `null` where they do. */
export function describeHiding({ isStruck, color, size }: WordLooks): string | null {
  if (isStruck) return 'Words of it are struck through.';
  if (size !== null && size < smallestSize) return 'Words of it are too small to be read.';
  const channels = color?.match(/[0-9a-f]{2}/giu)?.map((channel) => Number.parseInt(channel, 16)) ?? [];
  const isLight = channels.length === 3 && channels.every((channel) => channel >= lightFrom);
  return isLight ? 'Words of it are white, or nearly so.' : null;
}

/** What a switch of Office’s XML says: on, unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return !/^(?:0|false|off)$/iu.test(value ?? 'true');
}
