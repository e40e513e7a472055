import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { checkExport, type QuotationCheck, type Verdict } from '../../core/export/check-export.ts';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { inEnglish } from '../../core/sentence.ts';
import type { Session } from '../../core/session.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';
import type { CommandOutput } from './command.ts';
import { readSources } from './read-sources.ts';

/** The largest file that is read, in bytes. */
const fileLimit = 512 * 1024 * 1024;

const verdictWords: Readonly<Record<Verdict, string>> = {
  exact: 'exact',
  'marked-omissions': 'altered by marked omissions',
  altered: 'ALTERED',
  'unknown-source': 'SOURCE UNKNOWN',
  unmarked: 'QUOTATION WITHOUT ITS MARK',
  missing: 'not in the document any more',
};

async function readBytes(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > fileLimit) return fail('invalid', `${path} has ${size} bytes, more than any export: name another file.`);
    return succeed(await readFile(path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return fail('not-found', `There is no file ${path}: check its name.`);
    return fail('unreadable', `${path} was not read, because ${inEnglish(describeSystemError(error))}`);
  }
}

/** Characters of what is shown at most. */
const shownLength = 60;

function describeCheck({ number, title, place, verdict, reason, shown }: QuotationCheck): string {
  const characters = [...shown.replace(/\s+/gu, ' ')];
  const start = characters.slice(0, shownLength).join('') + (characters.length > shownLength ? '…' : '');
  const from = [title, place].filter((part) => part !== '').join(', ');
  const words = [number === null ? '' : `${number}. `, verdictWords[verdict], from === '' ? '' : `: ${from}`].join('');
  const line = verdict === 'missing' ? words : `${words}: “${start}”`;
  return reason === null ? line : `${line}\n   ${reason}`;
}

const verdicts: readonly Verdict[] = ['exact', 'marked-omissions', 'altered', 'unknown-source', 'unmarked', 'missing'];

function count(checks: readonly QuotationCheck[], verdict: Verdict): number {
  return checks.filter((check) => check.verdict === verdict).length;
}

/** Reads an export back from `file` and checks each of its quotations against the statements of the collection. */
export async function checkFile(
  service: AttestService,
  session: Session,
  file: string,
): Promise<Result<CommandOutput>> {
  const bytes = await readBytes(resolve(file));
  if (!bytes.ok) return bytes;
  // The parsers of all formats are read only where a file is to be checked.
  const { readExportFile } = await import('../services/verify/read-export-file.ts');
  const read = readExportFile(extname(file).slice(1), bytes.value);
  if (!read.ok) return fail(read.fault.code, `${file}: ${read.fault.message}`);
  const quotations = checkExport(read.value, await readSources(service, session, read.value.record.sources));
  const numberOf = (verdict: Verdict): number => count(quotations, verdict);
  const present = verdicts.filter((verdict) => verdict === 'exact' || numberOf(verdict) > 0);
  const summary = present.map((verdict) => `${numberOf(verdict)} ${verdictWords[verdict]}`).join(', ');
  const bad = numberOf('altered') + numberOf('unknown-source') + numberOf('unmarked');
  const text = [...quotations.map(describeCheck), `Quotations: ${quotations.length}, of these ${summary}.`].join('\n');
  const json = { file, quotations, missing: numberOf('missing'), ok: bad === 0 };
  if (bad === 0) return succeed({ json, text });
  const problem = `${bad} of ${quotations.length} quotations in ${file} are altered, of an unknown source or without their mark; the list names them.`;
  return succeed({ json, text, problem });
}
