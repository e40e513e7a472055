import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AttestService } from '../../core/ipc-contract.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Notice } from '../../core/session.ts';
import { openAttest } from '../services/open-attest.ts';
import { preparePortable } from '../services/portable-folder.ts';
import type { OpenOptions } from '../services/ports.ts';

import { ownFiles, workspacePlace } from '../services/workspace-folder.ts';

import { writeExport } from '../services/write-export.ts';

import { isSystemError } from '../store/system-error.ts';
import type {
  Command,
  CommandInput,
  CommandOutput,
  ProgramCommand,
  Terminal,
  WorkspaceCommand,
  WriteFile,
} from './command.ts';
import { add } from './commands/add.ts';
import { backups } from './commands/backups.ts';
import { exportCatalogue, importCatalogue } from './commands/catalogue.ts';
import { checkUpdate } from './commands/check-update.ts';
import { dossiers } from './commands/dossiers.ts';
import { elsewhere } from './commands/elsewhere.ts';
import { exportToFile } from './commands/export.ts';
import { highlight } from './commands/highlight.ts';
import { highlights } from './commands/highlights.ts';
import { history } from './commands/history.ts';
import { importFile, mergeFile } from './commands/import.ts';
import { list } from './commands/list.ts';
import { restore } from './commands/restore.ts';
import { search } from './commands/search.ts';
import { show } from './commands/show.ts';
import { tags } from './commands/tags.ts';
import { vault } from './commands/vault.ts';
import { verify } from './commands/verify.ts';
import { type ParsedCommand, parseCommand } from './parse-command.ts';
import { type AskSecret, Passphrases } from './passphrases.ts';
import { pickPath, pickPaths } from './pick-path.ts';
import { saveToPath } from './save-to-path.ts';
import { unlock } from './unlock.ts';
import { describeUsage } from './usage.ts';

/** What the command line needs from outside. The two functions write complete lines, without the last line break. */
export interface CommandLineHost {
  readonly writeOut: (text: string) => void;
  readonly writeError: (line: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly version: string;
  /** The folder with `catalogue.json` and `statements/`. */
  readonly resources: string;
  /** The folder that the program lies in. */
  readonly place: string;
  /** Asks for a secret at the terminal; not there where nobody sits at one. */
  readonly askSecret?: AskSecret;
  /** Whoever sits there; not there where nobody waits for it. */
  readonly terminal?: Terminal;
  /** The program of a thread that turns files into text; without it, they are converted in the calling thread. */
  readonly convertThread?: string;
  /** What a passphrase that is set is protected by; measured where it is not given. */
  readonly chooseCost?: OpenOptions['chooseCost'];
}

const commands: readonly Command[] = [
  list,
  show,
  add,
  search,
  elsewhere,
  highlight,
  highlights,
  tags,
  dossiers,
  exportToFile,
  importFile,
  mergeFile,
  exportCatalogue,
  importCatalogue,
  verify,
  history,
  backups,
  restore,
  vault,
  checkUpdate,
];

/** Nobody sits there. */
const noTerminal: Terminal = { showProgress: () => undefined, onInterrupt: () => () => undefined };

/** How long to wait for the reader to let go of the workspace, in milliseconds. */
const lockWaitMs = 5_000;

const asLine = (message: string): string => message.replace(/\s*\n\s*/gu, ' ');

/** Control characters in a text could steer the terminal it is shown in. */
const forTerminal = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD');

async function askService(
  service: AttestService,
  command: WorkspaceCommand,
  input: ParsedCommand['input'],
  passphrases: Passphrases,
  report: (notice: Notice) => void,
  write: WriteFile,
  terminal: Terminal,
): Promise<Result<CommandOutput>> {
  const unlocked = await unlock(service, passphrases);
  if (!unlocked.ok) return unlocked;
  const session = await service.call('openSession', {});
  if (!session.ok) return session;
  for (const notice of session.value.notices) report(notice);
  return command.run(service, session.value, input, write, terminal);
}

/** A folder that was named and is not there is a slip of the pen, not a workspace without highlights. */
async function isNowhere(folder: string): Promise<boolean> {
  try {
    await stat(folder);
    return false;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return true;
    throw error;
  }
}

function accessFor(command: Exclude<Command, ProgramCommand>, input: CommandInput): 'read' | 'write' {
  if (!('run' in command)) return command.accessFor(input);
  return typeof command.access === 'function' ? command.access(input) : command.access;
}

/** Runs `command`; whatever it changed is on the disk when this ends well. */
async function runCommand(
  command: Command,
  { input, workspace, passphrase }: ParsedCommand,
  host: CommandLineHost,
): Promise<Result<CommandOutput>> {
  if ('runAlone' in command) return command.runAlone(host, input);
  const { environment, platform, place } = host;
  const { folder, portable, isPortable } = workspacePlace({ chosen: workspace, environment, platform, place });
  const access = accessFor(command, input);
  if (workspace !== undefined && access === 'read' && (await isNowhere(folder))) {
    return fail('not-found', `There is no folder ${folder}: check --workspace.`);
  }
  if (portable !== null && isPortable) {
    const prepared = preparePortable(portable, { isWriting: access === 'write', environment });
    if (!prepared.ok) return prepared;
  }
  const guarded = [...ownFiles(folder), host.resources];
  const opened = await openAttest({
    host: 'command line',
    version: host.version,
    resources: host.resources,
    workspaceFolder: folder,
    isPortable,
    access,
    mayVisit: 'run' in command ? command.mayVisit !== false : access === 'read',
    lockWaitMs,
    ...(host.chooseCost ? { chooseCost: host.chooseCost } : {}),
    ...(host.convertThread === undefined ? {} : { convertThread: host.convertThread }),
    pickFile: pickPath(input.operands[0] ?? ''),
    pickPaths: pickPaths(input.operands, input.options.recursive === true),
    saveFile: saveToPath(input.operands[0] ?? '', guarded),
  });
  if (!opened.ok) return opened;
  const service = opened.value;
  const report = ({ message }: Notice): void => host.writeError(asLine(message));
  const write: WriteFile = (path, content) => writeExport(resolve(path), { content, count: 1, beside: null }, guarded);
  const passphrases = new Passphrases(passphrase, host.askSecret);
  let result: Result<CommandOutput>;
  let isSaved = true;
  try {
    result =
      'run' in command
        ? await askService(service, command, input, passphrases, report, write, host.terminal ?? noTerminal)
        : await command.runLocked(service, passphrases, input, report);
  } finally {
    isSaved = await service.close();
  }
  if (isSaved || !result.ok) return result;
  return fail('not-saved', 'The change is not on the disk: run the command again.');
}

/** Runs one command line, without the program's name. Gives the exit code: 0, 1 for a failure, 2 for wrong usage. */
export async function runCommandLine(args: readonly string[], host: CommandLineHost): Promise<number> {
  const parsed = parseCommand(args, commands);
  if (!parsed.ok) {
    const isEmpty = parsed.fault.code === 'not-found';
    host.writeError(isEmpty ? describeUsage(commands) : `attest: ${parsed.fault.message} See attest --help.`);
    return 2;
  }
  const { command, isJson } = parsed.value;
  if (!command) {
    host.writeOut(describeUsage(commands));
    return 0;
  }
  const result = await runCommand(command, parsed.value, host);
  if (!result.ok) {
    host.writeError(`attest: ${asLine(result.fault.message)}`);
    return 1;
  }
  const { json, text, problem } = result.value;
  const output = isJson ? JSON.stringify(json, null, 2) : forTerminal(text);
  if (output !== '') host.writeOut(output);
  if (problem === undefined) return 0;
  host.writeError(`attest: ${asLine(problem)}`);
  return 1;
}
