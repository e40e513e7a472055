/** In how many parts of the whole a screen reader is told how far it is. */
const parts = 4;

/** How many parts of all, of which a screen reader is told, are done; `total` is `null` where it is not known yet. */
export function toldPart({ done, total }: { readonly done: number; readonly total: number | null }): number {
  return total === null || total === 0 ? 0 : Math.floor((done / total) * parts);
}
