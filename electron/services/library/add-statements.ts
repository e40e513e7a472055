import { type Fault, fail, type Result } from '../../../core/result.ts';
import { say } from '../../../core/sentence.ts';
import type { AddedLine } from '../../../core/statements/adding.ts';
import type { Files } from '../../store/files.ts';
import { sha256Of, writeStatement } from '../../store/statement-files.ts';
import { describeSystemError, isSystemError } from '../../store/system-error.ts';
import type { Annotations } from '../annotations.ts';
import type { Conversion, ConversionOptions } from './convert/conversion.ts';
import type { Converter } from './convert/converter.ts';
import { BrokenOff, Intake, type OnAdded, type Outcome } from './intake.ts';
import { makeStatement, statementId } from './make-statement.ts';
import { OriginalIndex } from './original-index.ts';
import { baseName, knownLine, readSource, refusedLine, type Source } from './source.ts';
import { untilAborted } from './until-aborted.ts';
import { Writes } from './writes.ts';

/** What adding stands on. */
export interface AddOptions {
  readonly folder: string;
  readonly files: Files;
  readonly annotations: Annotations;
  readonly convert: Converter['convert'];
  /** ISO 8601 in UTC. */
  readonly now: () => string;
  /** When what goes on now was begun, in ISO 8601: what was added since then counts as added. */
  readonly since?: string;
  /** Told the name of each file when it is looked into. */
  readonly onReading?: (name: string) => void;
}

function brokenOff(name: string, error: Error): Fault {
  return fail(
    'unreadable',
    say(/*i18n*/ 'The import was broken off at {name}, since the workspace cannot be written: {why}', {
      name,
      why: describeSystemError(error),
    }),
  ).fault;
}

/** Keeps what was converted; the line of it. */
async function keep(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  conversion: Conversion,
  { folder, files, now }: AddOptions,
): Promise<Outcome> {
  const { text, structure, pages, encoding, remarks } = conversion;
  try {
    const names = await writeStatement({ folder, files }, bytes, { text, structure, pages });
    const statement = makeStatement({ name: baseName(name), bytes }, conversion, names, now());
    const line: AddedLine = {
      name,
      outcome: 'added',
      statement: statement.id,
      encoding,
      sentences: [...remarks],
    };
    return { line, statement };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new BrokenOff(brokenOff(name, error));
  }
}

/** The next source with its bytes; `null` after the last. */
async function readNext(sources: AsyncIterator<Source>) {
  const next = await sources.next();
  return next.done ? null : { source: next.value, read: await readSource(next.value) };
}

/**
 * Adds files as statements: each is converted, kept with its original, and comes into the workspace with those that were ready at
 * the same time, in one step that can be undone; while one is converted, the next is read and those before are written. They are told of
 * in their order. What is a statement already stays as it is, so that an import that was broken off goes on where it was when it is begun
 * again. Ends early where `signal` says so; what was told by then is kept. Fails where the workspace cannot be changed or its
 * disk does not take a file: what was told by then is kept too.
 */
export async function addFiles(
  sources: AsyncIterable<Source>,
  conversion: ConversionOptions,
  options: AddOptions,
  signal: AbortSignal,
  onAdded: OnAdded,
): Promise<Result<{ readonly done: number }>> {
  const { annotations, convert, since, onReading } = options;
  const index = new OriginalIndex(() => annotations.workspace);
  const intake = new Intake(annotations, signal, onAdded, (id) => index.settle(id));
  const writes = new Writes();
  const told = new Set<string>();
  const twinLine = (name: string, id: string): AddedLine => {
    const isOfThisJob = since !== undefined && (annotations.workspace.statements[id]?.added ?? '') >= since;
    const line = knownLine(name, id);
    if (!isOfThisJob || told.has(id)) return line;
    told.add(id);
    return { ...line, outcome: 'added' };
  };
  const iterator = sources[Symbol.asyncIterator]();
  let coming = readNext(iterator);
  coming.catch(() => undefined); // It may be given up before anybody waits for it.
  const isOver = (): boolean => signal.aborted || intake.isBroken;
  try {
    for (;;) {
      const next = await untilAborted(coming, signal);
      if (!next || isOver()) break;
      coming = readNext(iterator);
      coming.catch(() => undefined);
      const { source, read } = next;
      const { name } = source;
      onReading?.(name);
      if (!read.ok) {
        intake.put({ line: refusedLine(name, read.fault), statement: null });
        continue;
      }
      const bytes = read.value;
      const sha256 = sha256Of(bytes);
      const twin = index.find(sha256);
      if (twin !== null) {
        intake.put({ line: twinLine(name, twin), statement: null });
        continue;
      }
      const converted = await convert({ name: baseName(name), bytes }, conversion, signal);
      if (!converted.ok) {
        intake.put({ line: refusedLine(name, converted.fault), statement: null });
        continue;
      }
      await writes.room();
      if (isOver()) break;
      const kept = keep({ name, bytes }, converted.value, options);
      const id = statementId(sha256);
      index.expect(sha256, id);
      told.add(id);
      writes.add(kept, bytes.length);
      intake.put(kept);
    }
  } catch (error) {
    // Otherwise the file in hand was given up.
    if (!signal.aborted) {
      await intake.end();
      throw error;
    }
  } finally {
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
  return intake.end();
}
