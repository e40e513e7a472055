import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../support/runtime.ts';

/** The folder of what is compared with: its own `package.json` and `node_modules`, apart from the project's. */
export const peersFolder = join(projectRoot, 'test/bench/peers');

function wantedPeers(): string[] {
  // Our own file, under version control: its dependencies are an object of names.
  const { dependencies } = JSON.parse(readFileSync(join(peersFolder, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.keys(dependencies);
}

/** Installs all peers by one `npm ci` where one is missing. Whether they are there now. */
export function installPeers(): boolean {
  const areThere = (): boolean => wantedPeers().every((name) => existsSync(join(peersFolder, 'node_modules', name)));
  if (areThere()) return true;
  process.stderr.write('Installing what is compared with, once (SQLite may have to be compiled, a minute)…\n');
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  return areThere();
}
