import {
  type AttestService,
  type CallName,
  type CallOutput,
  contract,
  type SaveState,
} from '../../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../../core/result.ts';
import type { Visit } from './knock.ts';

const otherVersion =
  'The Attest that has the workspace open is of another version and its answer was not understood: close it first.';

/** What the answer to a call says about the disk; `null` where it says nothing of its own. */
function saveOf(name: CallName, value: unknown): SaveState | null {
  if (name === 'retrySave') return contract.retrySave.output.parse(value);
  // The session tells how others' changes fare.
  if (name === 'openSession') return null;
  // All changes answer alike.
  return contract.undo.output.safeParse(value).data?.save ?? null;
}

/**
 * The services of the Attest that has the workspace open, through its door: every call is its own, announced to its
 * readers and undone there as any other. Events do not travel. `close` ends the visit, and is `true` when every call was
 * answered and no change is unsaved.
 */
export function handOverCalls(visit: Visit): AttestService {
  let isSaved = true;
  let isUnderstood = true;
  return {
    call: async <Name extends CallName>(name: Name, input: unknown): Promise<Result<CallOutput<Name>>> => {
      const answer = await visit.ask(name, input);
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
