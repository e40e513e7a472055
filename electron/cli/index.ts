import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { askSecretAt } from './ask-secret.ts';
import { runCommandLine } from './run-command-line.ts';
import { terminalOf } from './terminal.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

function readVersion(): string {
  // Our own package.json, of which only the version is read.
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

// Whoever reads our output may stop reading, as `head` does: that is no failure, and there is nobody left to tell.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 1;
    if (stream === process.stdout) process.stderr.write(`attest: the output could not be written: ${error.code}.\n`);
  });
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    writeOut: (text) => process.stdout.write(`${text}\n`),
    writeError: (line) => process.stderr.write(`${line}\n`),
    environment: process.env,
    platform: process.platform,
    version: readVersion(),
    resources: join(root, 'resources'),
    place: root,
    terminal: terminalOf(process),
    convertThread: join(import.meta.dirname, 'convert-thread.js'),
    ...(process.stdin.isTTY ? { askSecret: askSecretAt(process) } : {}),
  });
} catch (error) {
  process.stderr.write(`attest: something went wrong inside the program: ${String(error).split('\n')[0]}\n`);
  process.exitCode = 1;
}
