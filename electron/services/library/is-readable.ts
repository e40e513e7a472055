import type { Statement } from '../../../core/statements/statement.ts';
import { StatementGoneError } from './statement-gone-error.ts';

/** Reads the text of a statement, and says whether it can be had. After that all else of it is as the text was found. */
export function isReadable(statement: Statement): boolean {
  try {
    return statement.text !== '';
  } catch (error) {
    if (error instanceof StatementGoneError) return false;
    throw error;
  }
}
