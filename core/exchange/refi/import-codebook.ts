import type { Tag } from '../../tags/tag.ts';
import type { Incoming } from '../incoming.ts';
import { noWork } from '../work.ts';
import { idOfGuid } from './guid.ts';
import { importCodes } from './import-codes.ts';
import { setsLeftOut } from './left-out.ts';
import type { RefiCodebook } from './parse-project.ts';

/** A REFI-QDA codebook as work: its codes as tags. `own` are the tags one has, as for `importProject`. */
export function importCodebook({ origin, codes, sets }: RefiCodebook, own: readonly Tag[]): Incoming {
  const { tags, lines } = importCodes(codes, own, () => null);
  const work = { ...noWork(idOfGuid('codebook', origin)), tags };
  return { format: 'qdc', work, lines: [...lines, ...setsLeftOut(sets, origin)] };
}
