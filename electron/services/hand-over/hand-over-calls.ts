import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type AttestService, type CallName, type CallOutput, contract } from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { SaveState } from '../../../core/session.ts';
import { isSystemError } from '../../store/system-error.ts';
import type { OpenOptions, PickPaths } from '../ports.ts';
import type { Visit } from './knock.ts';
import { addRequest, catalogueRequest, importRequest } from './messages.ts';

const otherVersion =
  'The Attest that has the workspace open is of another version and its answer was not understood: close it first.';

/** What the answer to a call says about the disk; `null` where it says nothing of its own. */
function saveOf(name: CallName, value: unknown): SaveState | null {
  if (name === 'retrySave') return contract.retrySave.output.parse(value);
  // The session tells how others' changes fare.
  if (name === 'openSession') return null;
  if (name === 'importCatalogue') {
    const taken = contract.importCatalogue.output.parse(value);
    return taken.outcome === 'taken' ? (taken.changed?.save ?? null) : null;
  }
  // All other changes answer alike.
  return contract.undo.output.safeParse(value).data?.save ?? null;
}

/** How long a file of work may take to be read and compared, or taken, in milliseconds. */
const importMs = 600_000;

/** How a command names the files that are to be read. */
export type Picks = Pick<OpenOptions, 'pickFile' | 'pickPaths'>;

async function askToAdd(visit: Visit, input: unknown, pickPaths: PickPaths) {
  const picked = await pickPaths('files');
  if (picked === null) return succeed({ outcome: 'cancelled' });
  const { isRecursive } = picked;
  const { versionOf, encoding } = contract.beginAdding.input.parse(input);
  const paths = await Promise.all(picked.paths.map(wholePath));
  return visit.ask(addRequest, { paths, isRecursive, versionOf, encoding });
}

/** The request that a call is. A file is read where the workspace is: it is named there as here, as both are on one machine. */
async function askFor(visit: Visit, name: CallName, input: unknown, { pickFile, pickPaths }: Picks) {
  if (name === 'applyImport') return visit.ask(name, input, importMs);
  if (name === 'beginAdding' && pickPaths) return askToAdd(visit, input, pickPaths);
  if ((name !== 'readImport' && name !== 'importCatalogue') || !pickFile) return visit.ask(name, input);
  const picked = await pickFile(null, new AbortController().signal);
  if (!picked.ok) return picked;
  if (picked.value === null) return succeed({ outcome: 'cancelled' });
  const { source } = picked.value;
  if (typeof source !== 'string') throw new Error('A command names its file by a path.');
  const request = name === 'readImport' ? importRequest : catalogueRequest;
  return visit.ask(request, { path: await wholePath(source) }, importMs);
}

/** The path without links, so that one that means something else in every process, as `/dev/stdin`, does not. */
async function wholePath(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    // Whoever reads it says what is wrong with it.
    if (isSystemError(error)) return resolve(path);
    throw error;
  }
}

/**
 * The services of the Attest that has the workspace open, through its door: every call is its own, announced to its
 * readers and undone there as any other. `picks` name the file to import and those to add. Events do not travel. `close` ends the visit, and is `true` when every call was
 * answered and no change is unsaved.
 */
export function handOverCalls(visit: Visit, picks: Picks = {}): AttestService {
  let isSaved = true;
  let isUnderstood = true;
  return {
    call: async <Name extends CallName>(name: Name, input: unknown): Promise<Result<CallOutput<Name>>> => {
      const answer = await askFor(visit, name, input, picks);
      if (!answer.ok) return answer;
      const parsed = contract[name].output.safeParse(answer.value);
      if (!parsed.success) {
        isUnderstood = false;
        return fail('internal', otherVersion);
      }
      const save = saveOf(name, parsed.data);
      if (save) isSaved = save.state !== 'not-saved';
      // The schema that belongs to `name` has just checked it; TypeScript cannot follow that through the union.
      return succeed(parsed.data as CallOutput<Name>);
    },
    subscribe: () => () => undefined,
    async close() {
      visit.close();
      return isSaved && isUnderstood && visit.isAnswered();
    },
  };
}
