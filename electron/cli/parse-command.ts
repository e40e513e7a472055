import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Command, CommandInput, CommandOptions } from './command.ts';
import { hintNames } from './nearest-names.ts';
import { type PassphraseSource, passphraseSource } from './passphrases.ts';

/** What the command line asks for. `command` is `null` where it asks for help. */
export interface ParsedCommand {
  readonly command: Command | null;
  readonly input: CommandInput;
  readonly isJson: boolean;
  readonly workspace: string | undefined;
  readonly passphrase: PassphraseSource;
}

const commandOptions = {
  quote: { type: 'string' },
  nth: { type: 'string' },
  tag: { type: 'string', multiple: true },
  note: { type: 'string' },
  statement: { type: 'string', multiple: true },
  highlight: { type: 'string', multiple: true },
  limit: { type: 'string' },
  format: { type: 'string' },
  dossier: { type: 'string' },
  match: { type: 'string' },
  group: { type: 'string' },
  context: { type: 'string' },
  style: { type: 'string' },
  withhold: { type: 'string', multiple: true },
  'no-notes': { type: 'boolean' },
  'with-name': { type: 'boolean' },
  record: { type: 'boolean' },
  'same-spelling': { type: 'boolean' },
  rule: { type: 'string' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
  recursive: { type: 'boolean' },
  encoding: { type: 'string' },
  'version-of': { type: 'string' },
  'private-notes': { type: 'boolean' },
  'lose-damaged': { type: 'boolean' },
} as const satisfies Record<keyof CommandOptions, unknown>;

const options = {
  ...commandOptions,
  workspace: { type: 'string' },
  'passphrase-fd': { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function splitArguments(args: readonly string[]) {
  try {
    return succeed(parseArgs({ args: [...args], options, allowPositionals: true }));
  } catch (error) {
    // parseArgs says what it does not understand by a TypeError with a code; anything else is a fault of the program.
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [sentence] = error.message.replace(/\s+/gu, ' ').split(/\. |$/u);
    return fail('invalid', `${sentence}. Put -- before words that begin with a minus.`);
  }
}

function checkShape({ name, synopsis, operands: [atLeast, atMost], ...command }: Command, input: CommandInput) {
  const count = input.operands.length;
  if (count < atLeast || count > atMost) return `The command is: ${`${name} ${synopsis}`.trim()}.`;
  const given = Object.entries(input.options).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  const foreign = given.find((option) => !command.options.some((own) => own === option));
  if (foreign) return `${name} has no option --${foreign}. The command is: ${`${name} ${synopsis}`.trim()}.`;
  return command.check?.(input) ?? null;
}

/** Reads the arguments after the program's name. Fails with one sentence where they are not as the usage says. */
export function parseCommand(args: readonly string[], commands: readonly Command[]): Result<ParsedCommand> {
  const split = splitArguments(args);
  if (!split.ok) return split;
  const { values, positionals } = split.value;
  const { workspace, json, help, 'passphrase-fd': fd, 'passphrase-file': file, ...ownOptions } = values;
  const [name, ...operands] = positionals;
  const input: CommandInput = { operands, options: ownOptions };
  const passphrase = passphraseSource(fd, file);
  if (!passphrase.ok) return passphrase;
  const parsed = { input, isJson: json ?? false, workspace, passphrase: passphrase.value };
  if (workspace === '') return fail('invalid', '--workspace takes the path of a folder.');
  if (help) return succeed({ ...parsed, command: null });
  if (name === undefined) return fail('not-found', 'There is no command.');
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const names = commands.map((candidate) => candidate.name);
    return fail('invalid', `There is no command “${name}”. ${hintNames(name, names, 'commands')}`);
  }
  const wrong = checkShape(command, input);
  return wrong === null ? succeed({ ...parsed, command }) : fail('invalid', wrong);
}
