import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../core/result.ts';
import { type Sentence, say } from '../../core/sentence.ts';
import { type Notice, notice } from '../../core/session.ts';
import { Catalogue, type CatalogueRecord } from '../../core/statements/catalogue.ts';
import type { Fixity, Statement, StatementSummary } from '../../core/statements/statement.ts';
import { structureOf } from '../../core/statements/structure.ts';
import { countWords } from '../../core/text/count-words.ts';
import { decodeText } from '../store/decode-text.ts';
import { describeSystemError, isSystemError } from '../store/system-error.ts';

/** The collection as it is on the disk. `statements` holds those that can be read, `summaries` all, in catalogue order. */
export interface Collection {
  readonly summaries: readonly StatementSummary[];
  readonly statements: ReadonlyMap<string, Statement>;
  readonly notices: readonly Notice[];
}

interface Loaded {
  readonly summary: StatementSummary;
  readonly statement: Statement | null;
  readonly notice: Notice | null;
}

function notLoaded(record: Omit<CatalogueRecord, 'structure'>, fixity: Fixity, told: Sentence): Loaded {
  const kind = fixity === 'missing' ? 'statement-missing' : 'statement-unreadable';
  return { summary: { ...record, fixity, words: 0 }, statement: null, notice: notice(kind, told) };
}

async function loadStatement(folder: string, { structure, ...record }: CatalogueRecord): Promise<Loaded> {
  const path = join(folder, record.file);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') {
      return notLoaded(
        record,
        'missing',
        say(/*i18n*/ 'The statement {file} is missing: put the original back at {path}.', { file: record.file, path }),
      );
    }
    return notLoaded(
      record,
      'unreadable',
      say(/*i18n*/ 'The statement at {path} cannot be read: {why}', { path, why: describeSystemError(error) }),
    );
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = decodeText(bytes);
  if (text === null) {
    return notLoaded(
      record,
      'unreadable',
      say(/*i18n*/ 'The statement at {path} has been changed and is no longer UTF-8 text: put the original back.', {
        path,
      }),
    );
  }
  const isOriginal = sha256 === record.sha256;
  const summary: StatementSummary = { ...record, fixity: isOriginal ? 'verified' : 'changed', words: countWords(text) };
  // The catalogue's line numbers hold for the catalogued bytes only.
  const blocks = structureOf(text, isOriginal ? structure : []);
  const changed = say(
    /*i18n*/ 'The statement at {path} is not the one that was catalogued (SHA-256 {sha256} instead of {expected}): do not cite it before the original is back.',
    { path, sha256, expected: record.sha256 },
  );
  return {
    summary,
    statement: { summary, sha256, text, blocks },
    notice: isOriginal ? null : notice('statement-changed', changed),
  };
}

/**
 * Reads the catalogue in `resources` and every statement in it, and checks each against its SHA-256. A statement that
 * is missing, changed or unreadable is named in `notices` and does not keep the others from opening. Fails only where
 * the catalogue itself cannot be read.
 */
export async function openCollection(resources: string): Promise<Result<Collection>> {
  const path = join(resources, 'catalogue.json');
  let catalogue: Catalogue;
  try {
    const parsed = Catalogue.safeParse(JSON.parse(await readFile(path, 'utf8')));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail(
        'unreadable',
        say(/*i18n*/ 'The catalogue {path} is not valid at {place}: {problem}.', {
          path,
          place: issue?.path.join('.') ?? '',
          problem: issue?.message ?? '',
        }),
      );
    }
    catalogue = parsed.data;
  } catch (error) {
    if (error instanceof SyntaxError)
      return fail('unreadable', say(/*i18n*/ 'The catalogue {path} is not JSON: install Attest again.', { path }));
    if (isSystemError(error)) {
      return fail(
        'unreadable',
        say(/*i18n*/ 'The catalogue {path} cannot be read: {why}', { path, why: describeSystemError(error) }),
      );
    }
    throw error;
  }
  const loaded = await Promise.all(
    catalogue.statements.map((record) => loadStatement(join(resources, 'statements'), record)),
  );
  return succeed({
    summaries: loaded.map(({ summary }) => summary),
    statements: new Map(
      loaded.flatMap(({ statement }) => (statement ? [[statement.summary.id, statement] as const] : [])),
    ),
    notices: loaded.flatMap(({ notice }) => notice ?? []),
  });
}
