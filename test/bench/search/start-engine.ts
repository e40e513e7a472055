import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'rolldown';
import type { CallResults, EngineCall } from './engine-calls.ts';

/** A process for one engine. */
export interface EngineProcess {
  /** Has it do something. Rejects with what went wrong there. */
  readonly ask: <Call extends EngineCall>(call: Call) => Promise<CallResults[Call['call']]>;
  /** Ends it. */
  readonly stop: () => Promise<void>;
}

/** Bundles the process into `folder`, as the application is bundled: measured is what runs there. Gives the file. */
export async function bundleEngine(folder: string): Promise<string> {
  const file = join(folder, 'engine-process.mjs');
  await build({
    input: join(import.meta.dirname, 'engine-process.ts'),
    platform: 'node',
    logLevel: 'silent',
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}

/** What `engine-process.ts` sends. */
interface Answer {
  readonly result?: CallResults[EngineCall['call']];
  readonly error?: string;
}

/** Starts a process from the bundle. */
export function startEngine(bundle: string): EngineProcess {
  const execArgv = ['--expose-gc', '--max-old-space-size=8192'];
  const child = fork(bundle, { execArgv, serialization: 'advanced' });
  let settle: (answer: Answer) => void = () => undefined;
  child.on('message', (answer) => settle(answer as Answer)); // It sends nothing else.
  child.on('exit', (code) => settle({ error: `The process ended with ${String(code)}.` }));
  return {
    ask: async (call) => {
      const { result, error } = await new Promise<Answer>((resolve) => {
        settle = resolve;
        child.send(call);
      });
      if (error !== undefined) throw new Error(`${call.call}: ${error}`);
      // One call at a time: this is the result of this very one.
      return result as CallResults[(typeof call)['call']];
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
