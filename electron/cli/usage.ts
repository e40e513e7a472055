import { languageHelp } from '../../core/search/language/language-help.ts';
import { inEnglish } from '../../core/sentence.ts';
import type { Command } from './command.ts';

/** The help: how to call the program, and every command with what it does. */
export function describeUsage(commands: readonly Command[]): string {
  return [
    'Usage: attest [--workspace DIR] [--passphrase-fd N | --passphrase-file FILE] [--json] COMMAND',
    '',
    ...commands.map(({ name, synopsis, summary }) => `  ${[name, synopsis].join(' ').trim()}\n      ${summary}`),
    '',
    'A statement ID is its id, its file name, or the beginning of one id. Offsets count Unicode code points.',
    'A tag NAME is its path, as detention/conditions, or its own name where only one tag is called so.',
    '--workspace DIR  the folder with tags and highlights (otherwise ATTEST_WORKSPACE, otherwise your own)',
    '--passphrase-fd N, --passphrase-file FILE',
    '                 where the passphrase of an encrypted workspace is read from, one a line (otherwise you are asked)',
    '--json           one JSON value on standard output',
    '--help           this text',
    '',
    'A QUERY:',
    ...languageHelp.map(({ example, meaning }) => `  ${example}\n      ${inEnglish(meaning)}`),
  ].join('\n');
}
