import { type Fault, fail } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { StatementFileError } from '../../store/statement-files.ts';

/** The text of a statement is asked for, and cannot be had. */
export class StatementGoneError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Why the text that was made of `file` cannot be read. */
export function textFault(file: string, { kind, path }: Pick<StatementFileError, 'kind' | 'path'>): Fault {
  if (kind === 'missing') {
    return fail(
      'unreadable',
      say(/*i18n*/ 'The text of {file} is missing at {path}: put it back, or import the file again.', { file, path }),
    ).fault;
  }
  return fail(
    'unreadable',
    say(/*i18n*/ 'The text of {file} at {path} cannot be read: put it back, or import the file again.', {
      file,
      path,
    }),
  ).fault;
}
