import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The variable that names the folder of the record. Where it is not set, nothing is recorded. */
export const recordVariable = 'ATTEST_SOCKET_RECORD';

const preload = pathToFileURL(join(import.meta.dirname, 'record-sockets.mjs')).href;

/** The environment for a program of Attest, so that it and its threads write their sockets down. */
export function recordedEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if (!environment[recordVariable]) return environment;
  const options = [environment['NODE_OPTIONS'], `--import=${preload}`];
  return { ...environment, NODE_OPTIONS: options.filter((option) => option).join(' ') };
}

/** The switches with which a Chromium or an Electron writes its network log (NetLog) into the record. */
export function recordedFlags(environment: NodeJS.ProcessEnv): string[] {
  const folder = environment[recordVariable];
  return folder ? [`--log-net-log=${join(folder, `net-log-${randomUUID()}.json`)}`] : [];
}

/** Says that a test itself listens at `port` of this computer, where the page under test is to knock. */
export function admitPort(environment: NodeJS.ProcessEnv, port: number): void {
  const folder = environment[recordVariable];
  if (folder) {
    const entry = { kind: 'listen', host: '127.0.0.1', port };
    appendFileSync(join(folder, `node-test-${process.pid}.jsonl`), `${JSON.stringify(entry)}\n`);
  }
}
