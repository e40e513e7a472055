import { fail, type Result, succeed } from '../../result.ts';
import { say } from '../../sentence.ts';
import { foldTags } from '../fold-tags.ts';
import type { ReportLine } from '../incoming.ts';
import type { Work } from '../work.ts';
import { createGuidMaker } from './guid.ts';
import { sayShortcuts } from './say-kept-back.ts';
import { writeCodes } from './write-codes.ts';
import { createXmlWriter } from './xml-writer.ts';

/** A codebook as it leaves, and what of the tags the format cannot hold. */
export interface RefiCodebookFile {
  readonly xml: string;
  readonly lines: readonly ReportLine[];
}

/** The tags of `work` as a REFI-QDA codebook (`.qdc`). Fails where there is none: the format knows no empty codebook. */
export function writeCodebook(work: Work): Result<RefiCodebookFile> {
  const tags = [...foldTags(work.tags).values()];
  if (tags.length === 0) {
    return fail('invalid', say(/*i18n*/ 'There is no tag that a codebook could hold: make one first.'));
  }
  const { xml, lines } = writeCodes(tags, createXmlWriter(), createGuidMaker());
  const book = `<?xml version="1.0" encoding="UTF-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Attest">\n<Codes>\n${xml}</Codes>\n</CodeBook>\n`;
  return succeed({ xml: book, lines: [...lines, ...sayShortcuts(tags)] });
}
