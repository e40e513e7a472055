import { type AttestService, contract, isCallName } from '../../core/ipc-contract.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import { say } from '../../core/sentence.ts';

/**
 * How a call ended: `unknown` (no such call), `refused` (its input breaks the contract), `answered` (the service's own
 * answer, be it a fault) or `failed` (a mistake in the program). `result` is what the reader gets in each case.
 */
export interface CallAnswer {
  readonly outcome: 'unknown' | 'refused' | 'answered' | 'failed';
  readonly result: Result<unknown>;
}

/**
 * Answers one call that came from outside the main process: checks its name and its input, has the service do it and
 * checks the output. Never rejects; a mistake in the program goes to `log` in full.
 */
export async function answerCall(
  service: Pick<AttestService, 'call'>,
  name: unknown,
  input: unknown,
  log: (line: string) => void,
): Promise<CallAnswer> {
  if (!isCallName(name)) {
    const told = say(/*i18n*/ 'The reader asked for something this version of Attest does not know: restart Attest.');
    return { outcome: 'unknown', result: fail('not-found', told) };
  }
  const { input: inputSchema, output: outputSchema } = contract[name];
  try {
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) {
      const where = parsed.error.issues[0]?.path.join('.') || 'input';
      const told = say(
        /*i18n*/ 'The request “{name}” was refused because “{where}” is not what it should be: restart Attest.',
        { name, where },
      );
      return { outcome: 'refused', result: fail('invalid', told) };
    }
    // The schema that belongs to `name` has just checked the data; TypeScript cannot follow that through the union.
    const result: Result<unknown> = await service.call(name, parsed.data as never);
    const checked = result.ok ? succeed(outputSchema.parse(result.value)) : result;
    return { outcome: 'answered', result: checked };
  } catch (error) {
    log(`The request “${name}” failed: ${error instanceof Error ? error.stack : String(error)}`);
    const told = say(
      /*i18n*/ 'Attest could not do “{name}” because of a mistake in the program: restart it. The terminal says more.',
      { name },
    );
    return { outcome: 'failed', result: fail('internal', told) };
  }
}
