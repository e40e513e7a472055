import type { WorkFormat } from '../../core/exchange/exchange-shapes.ts';

const withPrivateNotes: readonly WorkFormat[] = ['attest', 'web-annotation'];
const codebooks: readonly WorkFormat[] = ['qdc', 'taguette-codebook'];

/** Whether a format says of a note that it is private: in the others a private note would be one as any other, and stays out. */
export function mayHavePrivateNotes(format: WorkFormat): boolean {
  return withPrivateNotes.includes(format);
}

/** Whether a format holds tags alone, and no highlight. */
export function isCodebook(format: WorkFormat): boolean {
  return codebooks.includes(format);
}
