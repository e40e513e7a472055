import { type Sentence, say } from '../../../core/sentence.ts';
import { DamagedWorkspaceError } from '../snapshot.ts';

/**
 * What is wrong with a sealed file. `not-sealed`: it was not written under this vault at all; `cut-short`: its end is
 * missing; `changed`: something in it, or its name, is not what was written.
 */
export type SealFault = 'not-sealed' | 'cut-short' | 'changed';

const reasons: Readonly<Record<SealFault, Sentence>> = {
  'not-sealed': say(/*i18n*/ 'it is not encrypted as the rest of this workspace is'),
  'cut-short': say(/*i18n*/ 'its end is missing'),
  changed: say(/*i18n*/ 'it was damaged, or exchanged for another file'),
};

/**
 * A sealed file is not what was written, and nothing of it has been used. To the store it is a damaged workspace file, and
 * at the same time what a file system answers that checks what it reads (`EBADMSG`).
 */
export class SealedFileError extends DamagedWorkspaceError {
  readonly code = 'EBADMSG';
  readonly fault: SealFault;
  /** The name of the file within the workspace. */
  readonly file: string;

  constructor(fault: SealFault, file: string) {
    super(reasons[fault]);
    this.fault = fault;
    this.file = file;
  }
}
